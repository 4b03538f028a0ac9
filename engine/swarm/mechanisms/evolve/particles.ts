import { z } from 'zod';
import type { ParticlesPlan } from '#engine/compile/mechanisms/evolve.ts';
import type { StoredTensor } from '#engine/runs/types.ts';
import { readMemory, readTensor } from '../remembered.ts';
import type { Breeder, Generation, Member } from './breeder.ts';

const number = z.number().or(z.literal(-Infinity)).or(z.literal(Infinity));
const memorySchema = z.object({
  /** By row; -Infinity: it has none. */
  bests: z.array(number),
  /** Generations since its best was found, by row. */
  stale: z.array(z.number()),
  best: number,
  bestFish: z.string(),
  worst: number,
  step: z.number(),
});

/** [n, P] with more rows, of zeros, where fish have joined. */
function longer(rows: Float32Array, length: number): Float32Array {
  if (rows.length === length) return rows;
  const all = new Float32Array(length);
  all.set(rows);
  return all;
}

interface Places {
  /** [n, P] */
  readonly velocity: Float32Array;
  readonly bests: Float32Array;
  /** [P] */
  readonly best: Float32Array;
  readonly worst: Float32Array;
}

/**
 * Particle swarm over weights (Feng et al. 2024, Model Swarms, arXiv 2410.11163, algorithm 1):
 * v <- [r_v phi_v v + r_p phi_p (p - x) + r_g phi_g (g - x) - r_w phi_w (g_w - x)] / C, C the sum of the four factors,
 * x <- x + lambda v, with r uniform in [0, 1) for each particle. A particle starts towards another one drawn at random.
 * Bests are seeded with the start, so that none is ever worse than what the swarm began with. Unlike the paper's, the
 * population is the fish alone, without interpolated ones between them.
 */
export function particles(plan: ParticlesPlan): Breeder {
  let memory: z.output<typeof memorySchema> | null = null;
  let places: Places | null = null;

  /** What the measurement of the generation teaches. */
  function learn({ living, population }: Generation, x: Float32Array): Places {
    const { size, fish } = population;
    memory ??= {
      bests: [],
      stale: [],
      best: -Infinity,
      bestFish: fish[0]!,
      worst: Infinity,
      step: plan.step,
    };
    places ??= {
      velocity: new Float32Array(x.length),
      bests: Float32Array.from(x),
      best: new Float32Array(size),
      worst: new Float32Array(size),
    };
    for (let row = memory.bests.length; row < fish.length; row++) {
      memory.bests.push(-Infinity);
      memory.stale.push(0);
    }
    places = {
      ...places,
      velocity: longer(places.velocity, x.length),
      bests: longer(places.bests, x.length),
    };
    for (const { row, fitness, fish: id } of living) {
      if (!Number.isFinite(fitness)) continue;
      const here = x.subarray(row * size, (row + 1) * size);
      if (fitness > memory.bests[row]!) {
        memory.bests[row] = fitness;
        memory.stale[row] = 0;
        places.bests.set(here, row * size);
      } else memory.stale[row]! += 1;
      if (fitness > memory.best) {
        memory.best = fitness;
        memory.bestFish = id;
        places.best.set(here);
      }
      if (fitness < memory.worst) {
        memory.worst = fitness;
        places.worst.set(here);
      }
    }
    return places;
  }

  return {
    breed(generation) {
      const { living, vacant, population, random, last } = generation;
      const { size } = population;
      const moving = memory?.bests.length ?? 0; // rows from here on are new
      const x = population.read();
      const { velocity, bests, best, worst } = learn(generation, x);
      if (memory === null || memory.best === -Infinity) return { births: [] };
      const known = memory;
      for (const { row, fish } of living) {
        if (row < moving) continue;
        const others = living.filter((other) => other.row !== row);
        if (others.length === 0) continue;
        const goal = random('start', fish).choice(others);
        for (let i = 0; i < size; i++)
          velocity[row * size + i] = x[goal.row * size + i]! - x[row * size + i]!;
      }
      const toBest = ({ row }: Member): void => {
        const own = known.bests[row] === -Infinity ? best : bests.subarray(row * size, (row + 1) * size);
        x.set(own, row * size);
        velocity.fill(0, row * size, (row + 1) * size);
        known.stale[row] = 0;
      };
      for (const member of vacant) {
        known.bests[member.row] = -Infinity;
        toBest(member);
      }
      for (const member of living) {
        const stuck = plan.restart > 0 && known.stale[member.row]! >= plan.restart;
        if (stuck || last || !Number.isFinite(member.fitness)) toBest(member);
        if (last) continue;
        const stream = random('move', member.fish);
        const [v, p, g, w] = [plan.inertia, plan.cognitive, plan.social, plan.repel].map(
          (factor) => factor * stream.uniform(),
        ) as [number, number, number, number]; // one for each of four
        const sum = Math.max(v + p + g + w, Number.MIN_VALUE);
        for (let i = 0; i < size; i++) {
          const at = member.row * size + i;
          const here = x[at]!;
          velocity[at] =
            (v * velocity[at]! + p * (bests[at]! - here) + g * (best[i]! - here) - w * (worst[i]! - here)) /
            sum;
          x[at] = here + known.step * velocity[at]!;
        }
      }
      known.step = Math.max(plan.shortest, known.step * plan.decay);
      population.write(x);
      const { bestFish } = known;
      return {
        births: [...living, ...vacant].map(({ fish }) => ({
          fish,
          parents: vacant.some((member) => member.fish === fish)
            ? [bestFish]
            : [...new Set([fish, bestFish])],
          how: last ? ('settled' as const) : ('moved' as const),
        })),
      };
    },
    capture: () => memory,
    restore(stored, owner) {
      memory = readMemory(memorySchema.nullable(), stored, owner);
    },
    captureTensors(): StoredTensor[] {
      if (places === null) return [];
      const size = places.best.length;
      const { velocity, bests, best, worst } = places;
      const rows = velocity.length / size;
      return [
        { name: 'velocity', dtype: 'f32', shape: [rows, size], data: velocity },
        { name: 'bests', dtype: 'f32', shape: [rows, size], data: bests },
        { name: 'best', dtype: 'f32', shape: [size], data: best },
        { name: 'worst', dtype: 'f32', shape: [size], data: worst },
      ];
    },
    restoreTensors(tensors, owner) {
      if (memory === null) return;
      places = {
        velocity: readTensor(tensors, 'velocity', owner),
        bests: readTensor(tensors, 'bests', owner),
        best: readTensor(tensors, 'best', owner),
        worst: readTensor(tensors, 'worst', owner),
      };
    },
  };
}
