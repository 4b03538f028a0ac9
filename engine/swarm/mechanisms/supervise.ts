import { z } from 'zod';
import { serverOf } from '#engine/compile/mechanisms/boundary.ts';
import type { SupervisePlan } from '#engine/compile/mechanisms/supervise.ts';
import type { FishId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { fishIdSchema } from '#engine/protocol/commands.ts';
import type { Mechanism, World } from './mechanism.ts';
import { readMemory } from './remembered.ts';

const memorySchema = z.object({
  /** By fish that was found to have stopped: who took over. */
  stopped: z.record(z.string(), z.array(fishIdSchema)),
  /** Losses of the last evaluation, by fish; the best of the living gives its weights to a spare. */
  losses: z.record(z.string(), z.number()),
});
type Memory = z.output<typeof memorySchema>;

const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : t`${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/**
 * Watches heartbeats: a fish beats in a round in which it finishes its local steps (a frozen one: in which it lives). One
 * that misses its deadline, because it is dead, failed on numbers that are none, or too slow, is reported, and others
 * take over: neighbours (by links, else all it watches) learn from its share too; a spare wakes with the weights of the
 * best live fish; or it starts again from the weights of its last beat (with half the learning rate where its numbers
 * failed). When it beats again, it has its share back. Time is counted in rounds, so that a run does the same twice.
 */
export function supervise(plan: SupervisePlan): Mechanism {
  let memory: Memory = { stopped: {}, losses: {} };
  /** Weights at the last beat, [P] each; kept for restarts only. */
  const good = new Map<FishId, Float32Array>();

  const beats = ({ state }: World, fish: FishId): boolean =>
    state.fish[fish]?.state === 'running' && state.fish[fish].beat === state.round;
  const nameOf = ({ plan: { fish } }: World, id: FishId): string =>
    fish.find((one) => one.id === id)?.name ?? id;

  function whatHappened(world: World, fish: FishId): string {
    const name = nameOf(world, fish);
    const life = world.state.fish[fish];
    if (life?.state === 'failed')
      return t`${name} failed on numbers that are none at round ${world.state.round}`;
    if (life?.state === 'running') return t`${name} fell behind at round ${world.state.round}`;
    return t`${name} did not finish round ${world.state.round}`;
  }

  /** Healthy fish linked with it, else all healthy fish that are watched. */
  function neighbours(world: World, fish: FishId): FishId[] {
    const healthy = [...plan.fish, ...plan.spares].filter((id) => id !== fish && beats(world, id));
    const linked = new Set(
      world.talk().flatMap(({ from, to }) => (from === fish ? [to] : to === fish ? [from] : [])),
    );
    const near = healthy.filter((id) => linked.has(id));
    return near.length > 0 ? near : healthy;
  }

  function report(world: World, fish: FishId, to: readonly FishId[], message: string): void {
    world.emit({ type: 'takeover', nodeId: plan.nodeId, fish, to: [...to], message });
  }

  function toNeighbours(world: World, fish: FishId): void {
    const server = serverOf(world.plan, fish);
    const takers = server === undefined ? neighbours(world, fish) : [];
    memory.stopped[fish] = takers;
    const names = list(takers.map((id) => nameOf(world, id)));
    if (takers.length > 0) world.state.cover[fish] = takers;
    const nobody =
      server === undefined
        ? t`nobody is left to take over`
        : t`its examples stay with it, since it is a client of "${server.nodeId}"`;
    const then = takers.length > 0 ? t`its share went to ${names}` : nobody;
    report(world, fish, takers, t`${whatHappened(world, fish)}; ${then}.`);
  }

  function toSpare(world: World, fish: FishId): void {
    const spare = plan.spares.find((id) => world.state.fish[id]?.state === 'waiting');
    if (spare === undefined) {
      toNeighbours(world, fish);
      return;
    }
    const sizeOf = (id: FishId): number =>
      world.weights.layoutOfFish(id).reduce((sum, { size }) => sum + size, 0);
    const lossOf = (id: FishId): number => memory.losses[id] ?? Infinity;
    const [best] = neighbours(world, fish)
      .filter((id) => sizeOf(id) === sizeOf(spare))
      .sort((a, b) => lossOf(a) - lossOf(b));
    if (best !== undefined) world.weights.writeFish(spare, world.weights.readFish(best));
    world.wake(spare, t`takes the place of ${fish}`);
    world.state.cover[fish] = [spare];
    memory.stopped[fish] = [spare];
    report(
      world,
      fish,
      [spare],
      best === undefined
        ? t`${whatHappened(world, fish)}; ${nameOf(world, spare)} took its place.`
        : t`${whatHappened(world, fish)}; ${nameOf(world, spare)} took its place with the weights of ${nameOf(world, best)}.`,
    );
  }

  function restart(world: World, fish: FishId): void {
    const life = world.state.fish[fish];
    if (life === undefined || life.state === 'running') {
      memory.stopped[fish] = [];
      report(world, fish, [], t`${whatHappened(world, fish)}; it lives, so a restart would not help.`);
      return;
    }
    const message = t`${whatHappened(world, fish)}; it was restarted from its last good weights.`;
    if (life.state === 'failed') {
      const planned = world.plan.fish.find(({ id }) => id === fish)?.training.learningRate ?? 0;
      life.rate = (life.rate ?? planned) / 2;
    }
    const weights = good.get(fish);
    if (weights !== undefined) world.weights.writeFish(fish, weights);
    world.tensors.resetMoments(fish);
    life.steps = 0;
    world.wake(fish, t`restarted by "${plan.nodeId}"`);
    report(world, fish, [fish], message);
  }

  function release(world: World, fish: FishId): void {
    for (const spare of memory.stopped[fish] ?? []) {
      if (plan.spares.includes(spare)) world.rest(spare, t`${fish} is back`);
    }
    delete memory.stopped[fish];
    delete world.state.cover[fish];
    report(
      world,
      fish,
      [],
      t`${nameOf(world, fish)} is back at round ${world.state.round} and has its share again.`,
    );
  }

  return {
    id: plan.nodeId,
    adapt(world: World) {
      const { state } = world;
      for (const fish of plan.fish) {
        const life = state.fish[fish];
        if (life === undefined) continue;
        const stopped = memory.stopped[fish];
        if (beats(world, fish)) {
          if (stopped !== undefined) release(world, fish);
          if (plan.policy === 'restart') good.set(fish, world.weights.readFish(fish));
        } else if (stopped === undefined) {
          if (state.round - life.beat < plan.deadline) continue;
          if (life.state === 'removed' || plan.policy === 'neighbours') toNeighbours(world, fish);
          else if (plan.policy === 'spare') toSpare(world, fish);
          else restart(world, fish);
        } else if (stopped.some((taker) => state.fish[taker]?.state !== 'running')) {
          // who took over stopped too
          delete state.cover[fish];
          if (plan.policy === 'spare') toSpare(world, fish);
          else toNeighbours(world, fish);
        }
      }
    },
    evaluated({ plan: { fish } }: World, evaluation) {
      fish.forEach(({ id }, i) => {
        const loss = evaluation.fish[i]?.loss;
        if (loss !== undefined) memory.losses[id] = loss;
      });
    },
    capture: () => structuredClone(memory),
    restore(stored) {
      memory = readMemory(memorySchema, stored, plan.nodeId);
    },
    captureTensors: () =>
      [...good].map(([name, data]) => ({ name, dtype: 'f32' as const, shape: [data.length], data })),
    restoreTensors(tensors) {
      for (const { name, data } of tensors) good.set(fishIdSchema.parse(name), Float32Array.from(data));
    },
  };
}
