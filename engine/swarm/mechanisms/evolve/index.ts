import { z } from 'zod';
import type { EvolveMethod, EvolvePlan } from '#engine/compile/mechanisms/evolve.ts';
import type { FishId } from '#engine/core/brand.ts';
import { type LineageEntry, lineageEntrySchema } from '#engine/protocol/events.ts';
import { fishSeries, nodeSeries } from '#engine/protocol/series.ts';
import { t } from '../../../core/text.ts';
import type { Mechanism, World } from '../mechanism.ts';
import { readMemory, readTensor } from '../remembered.ts';
import type { Breeder, Generation, Member } from './breeder.ts';
import { fitnessOf } from './fitness.ts';
import { genetic } from './genetic.ts';
import { merge } from './merge.ts';
import { particles } from './particles.ts';
import { pbt } from './pbt.ts';
import { Population } from './population.ts';

/** Generations whose lineage a checkpoint keeps; the events have all. */
const KEPT = 1000;

const memorySchema = z.object({
  generation: z.number(),
  /** The fittest there ever was. */
  best: z.object({ fitness: z.number(), fish: z.string() }).nullable(),
  lineage: z.array(z.object({ generation: z.number(), fish: z.array(lineageEntrySchema) })),
  breeder: z.unknown(),
});

function breederOf(method: EvolveMethod): Breeder {
  switch (method.kind) {
    case 'pbt':
      return pbt(method);
    case 'genetic':
      return genetic(method);
    case 'swarm':
      return particles(method);
    case 'merge':
      return merge(method);
  }
}

const finite = (values: readonly number[]): readonly number[] =>
  values.filter((value) => Number.isFinite(value));

/** Evolves a population after the rounds that have a generation (R50-R54). */
export function evolve(plan: EvolvePlan): Mechanism {
  const breeder = breederOf(plan.method);
  let generation = 0;
  let best: { fitness: number; fish: FishId } | null = null;
  /** [P], weights of the fittest there ever was. */
  let bestWeights: Float32Array | null = null;
  let lineage: { generation: number; fish: LineageEntry[] }[] = [];

  const isDue = (round: number): boolean =>
    round >= plan.first &&
    (round - plan.first) % plan.every === 0 &&
    (plan.generations === null || generation < plan.generations);

  const offer: Generation['offer'] = (fitness, weights, fish) => {
    if (!Number.isFinite(fitness) || (best !== null && fitness <= best.fitness)) return;
    best = { fitness, fish };
    bestWeights = Float32Array.from(weights);
  };

  const measure = async (world: World): Promise<readonly number[]> => {
    const table = await world.answers();
    return plan.fish.map((fish) => fitnessOf(table, fish, plan.fitness, world.plan.task));
  };

  return {
    id: plan.nodeId,
    async adapt(world) {
      const { state } = world;
      const together = state.round <= plan.together;
      if (!together && !isDue(state.round)) return;
      // Anew each time: a fish that joins the swarm has it compiled again.
      const population = new Population(world, plan.fish);
      if (together) population.unite((fish) => world.isAlive(fish));
      if (!isDue(state.round)) return;
      const fitness = await measure(world);
      const members: Member[] = plan.fish.map((fish, row) => ({ fish, row, fitness: fitness[row]! }));
      const rank = ({ fitness: value }: Member): number => (Number.isNaN(value) ? -Infinity : value);
      const living = members
        .filter(({ fish }) => world.isAlive(fish))
        .sort((a, b) => (rank(a) === rank(b) ? a.row - b.row : rank(b) - rank(a)));
      if (living.length === 0) return;
      generation += 1;
      const rows = population.read();
      const { size } = population;
      for (const { fish, row, fitness: value } of living)
        offer(value, rows.subarray(row * size, (row + 1) * size), fish);
      const isDead = ({ fish }: Member): boolean =>
        ['dead', 'failed'].includes(state.fish[fish]?.state ?? 'removed');
      const vacant = plan.replaceDead ? members.filter(isDead) : [];
      const last = generation === plan.generations || state.round + plan.every > world.plan.run.rounds;
      const number = generation;
      const giveAll = (weights: Float32Array): void => {
        const now = population.read();
        for (const { row } of [...living, ...vacant]) now.set(weights, row * size);
        population.write(now);
      };
      const { births, tried } = await breeder.breed({
        number,
        last,
        world,
        population,
        living,
        vacant,
        measure: () => measure(world),
        random: (...keys) => world.random('evolve', plan.nodeId, number, ...keys),
        offer,
        fittest: () => bestWeights,
        giveAll,
      });
      if (last && plan.finish === 'best' && bestWeights !== null) giveAll(bestWeights);
      const born = new Set(births.map(({ fish }) => fish));
      for (const { fish } of vacant.filter((member) => born.has(member.fish))) revive(world, fish);
      if (!plan.learn) {
        const before = new Set(lineage.at(-1)?.fish.map((entry) => entry.fish));
        for (const fish of plan.fish) {
          const life = state.fish[fish];
          if (life !== undefined && !before.has(fish)) life.frozen = true; // in its first generation
        }
      }
      publish(world, members, living, births, tried);
    },
    capture: () => ({ generation, best, lineage, breeder: breeder.capture?.() ?? null }),
    restore(stored) {
      const memory = readMemory(memorySchema, stored, plan.nodeId);
      generation = memory.generation;
      // ids of the plan's fish, as captured
      best = memory.best === null ? null : { ...memory.best, fish: memory.best.fish as FishId };
      lineage = memory.lineage;
      breeder.restore?.(memory.breeder, plan.nodeId);
    },
    captureTensors: () => [
      ...(bestWeights === null
        ? []
        : [{ name: 'fittest', dtype: 'f32' as const, shape: [bestWeights.length], data: bestWeights }]),
      ...(breeder.captureTensors?.() ?? []),
    ],
    restoreTensors(tensors) {
      bestWeights = best === null ? null : readTensor(tensors, 'fittest', plan.nodeId);
      breeder.restoreTensors?.(tensors, plan.nodeId);
    },
  };

  function revive(world: World, fish: FishId): void {
    const life = world.state.fish[fish];
    if (life === undefined) return;
    life.state = 'running';
    life.killedBy = null;
    world.emit({ type: 'fish', fish, state: 'running', cause: t`offspring of the evolution "${plan.name}"` });
  }

  function publish(
    world: World,
    members: readonly Member[],
    living: readonly Member[],
    births: readonly Omit<LineageEntry, 'fitness'>[],
    tried: readonly number[] | undefined,
  ): void {
    const entries = members.map(({ fish, fitness }): LineageEntry => {
      const alive = living.some((member) => member.fish === fish);
      const birth = births.find((one) => one.fish === fish) ?? {
        fish,
        parents: [fish],
        how: alive ? ('kept' as const) : ('dead' as const),
      };
      return { ...birth, fitness: alive && Number.isFinite(fitness) ? fitness : null };
    });
    lineage = [...lineage, { generation, fish: entries }].slice(-KEPT);
    world.emit({ type: 'lineage', nodeId: plan.nodeId, generation, fish: entries });
    const node = (metric: string): string => nodeSeries(plan.nodeId, metric);
    const now = finite(tried ?? living.map(({ fitness }) => fitness));
    world.metrics({
      [node('generation')]: generation,
      ...(best === null ? {} : { [node('bestFitness')]: best.fitness }),
      ...(now.length === 0
        ? {}
        : {
            [node('generationBest')]: Math.max(...now),
            [node('meanFitness')]: now.reduce((a, b) => a + b, 0) / now.length,
          }),
      ...Object.fromEntries(
        living.flatMap(({ fish, fitness }) =>
          Number.isFinite(fitness) ? [[fishSeries(fish, 'fitness'), fitness]] : [],
        ),
      ),
    });
  }
}
