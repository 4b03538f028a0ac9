import { z } from 'zod';
import type { MergePlan } from '#engine/compile/mechanisms/evolve.ts';
import type { StoredTensor } from '#engine/runs/types.ts';
import { readMemory, readTensor } from '../remembered.ts';
import { type Breeder, type Generation, healthy } from './breeder.ts';
import { CmaEs, cmaStateSchema, usualCandidates } from './cmaEs.ts';
import type { Population } from './population.ts';

const memorySchema = z.object({
  /** Fish that are merged: those that lived at the first generation. */
  parents: z.array(z.string()),
  search: cmaStateSchema,
});

/**
 * Merged weights [P] of the parents [k, P]: in each layer a sum of them whose coefficients, 1/k + z - mean z, add up to 1.
 * z = 0 is the plain mean; coefficients may be negative.
 */
function mergeOf(
  parents: Float32Array,
  layers: readonly number[],
  by: 'fish' | 'layer',
  z: Float64Array,
): Float32Array {
  const size = layers.at(-1)!;
  const count = parents.length / size;
  const merged = new Float32Array(size);
  for (let layer = 0; layer + 1 < layers.length; layer++) {
    const own = by === 'fish' ? z : z.subarray(layer * count, (layer + 1) * count);
    const mean = own.reduce((a, b) => a + b, 0) / count;
    for (let k = 0; k < count; k++) {
      const coefficient = 1 / count + own[k]! - mean;
      for (let i = layers[layer]!; i < layers[layer + 1]!; i++)
        merged[i]! += coefficient * parents[k * size + i]!;
    }
  }
  return merged;
}

/**
 * Merging in parameter space, its coefficients found by CMA-ES (Akiba et al. 2024, "Evolutionary optimization of model
 * merging recipes", arXiv 2403.13187). The paper leaves the recipe open and uses TIES with DARE; here it is a weighted
 * sum with coefficients that add up to 1, since the fish of a swarm are small and dense. Trials are measured in the
 * places of the fish; at least the usual number of them, and as many as fill those places. All fish take the best merge
 * found so far, or the best parent while none is better. By `mean` there is no search: all take the mean, good or bad.
 */
export function merge(plan: MergePlan): Breeder {
  let memory: { readonly parents: readonly string[]; readonly search: CmaEs } | null = null;
  /** [k, P] */
  let parents: Float32Array | null = null;
  let stored: z.output<typeof memorySchema> | null = null;

  const begin = ({ living, population }: Generation): boolean => {
    const chosen = healthy(living).toSorted((a, b) => a.row - b.row);
    if (chosen.length === 0) return false;
    const { size, layers } = population;
    const rows = population.read();
    const own = new Float32Array(chosen.length * size);
    chosen.forEach(({ row }, k) => {
      own.set(rows.subarray(row * size, (row + 1) * size), k * size);
    });
    const dimensions = chosen.length * (plan.by === 'layer' ? layers.length - 1 : 1);
    const start = new Array<number>(dimensions).fill(0);
    const search = CmaEs.start(start, plan.deviation, candidatesOf(population, dimensions));
    memory = { parents: chosen.map(({ fish }) => fish), search };
    parents = own;
    return true;
  };

  return {
    async breed(generation) {
      const { population, random, measure, offer, living, vacant } = generation;
      if (stored !== null) {
        const { search, parents: names } = stored;
        const restored = CmaEs.restore(search, candidatesOf(population, search.mean.length));
        memory = { parents: names, search: restored };
        stored = null;
      }
      if (memory === null && !begin(generation)) return { births: [] };
      if (memory === null || parents === null) return { births: [] };
      const names = memory.parents;
      const births = [...living, ...vacant].map((member) => ({
        fish: member.fish,
        parents: [...names],
        how: 'merged' as const,
      }));
      const { fish, size, layers } = population;
      const { by } = plan;
      if (by === 'mean') {
        generation.giveAll(mergeOf(parents, layers, 'fish', new Float64Array(names.length)));
        return { births };
      }
      const before = population.read();
      const points = memory.search.ask(random('merge'));
      const tried: number[] = [];
      for (let from = 0; from < points.length; from += fish.length) {
        const rows = Float32Array.from(before);
        const trials = points.slice(from, from + fish.length);
        const merged = trials.map((point) => mergeOf(parents!, layers, by, point)); // set above
        merged.forEach((weights, row) => {
          rows.set(weights, row * size);
        });
        population.write(rows);
        const fitness = await measure();
        merged.forEach((weights, row) => {
          tried.push(fitness[row]!);
          offer(fitness[row]!, weights, fish[row]!);
        });
      }
      population.write(before);
      memory.search.tell(
        points,
        tried.map((fitness) => -fitness),
      );
      const best = generation.fittest();
      if (best !== null) generation.giveAll(best);
      return { births, tried };
    },
    capture: () =>
      stored ?? (memory === null ? null : { parents: memory.parents, search: memory.search.capture() }),
    restore(given, owner) {
      stored = readMemory(memorySchema.nullable(), given, owner);
    },
    captureTensors: (): StoredTensor[] => {
      const count = memory?.parents.length ?? stored?.parents.length ?? 0;
      if (parents === null || count === 0) return [];
      return [{ name: 'parents', dtype: 'f32', shape: [count, parents.length / count], data: parents }];
    },
    restoreTensors(tensors, owner) {
      if (stored !== null) parents = readTensor(tensors, 'parents', owner);
    },
  };
}

const candidatesOf = ({ fish }: Population, dimensions: number): number =>
  fish.length * Math.ceil(Math.max(2, usualCandidates(dimensions)) / fish.length);
