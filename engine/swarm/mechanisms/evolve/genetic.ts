import type { GeneticPlan } from '#engine/compile/mechanisms/evolve.ts';
import type { FishId } from '#engine/core/brand.ts';
import type { RandomStream } from '#engine/core/random.ts';
import { type Breeder, healthy, type Member } from './breeder.ts';

/** One parent. Tournament: the best of `tournament` drawn with replacement (Goldberg & Deb 1991). */
function select(plan: GeneticPlan, parents: readonly Member[], random: RandomStream): Member {
  if (plan.selection === 'truncation') {
    return random.choice(parents.slice(0, Math.max(1, Math.round(parents.length * plan.truncation))));
  }
  const drawn = Array.from({ length: plan.tournament }, () => random.int(parents.length));
  return parents[Math.min(...drawn)]!; // best first
}

/**
 * Weights [P] of a child. Blend: a + t (b - a) with one t in [0, 1) for all weights, since what lies on the line between
 * two networks of one ancestor works (arithmetic crossover, Michalewicz 1992); uniform: each weight from either (Syswerda
 * 1989). Mutation: normal noise on every weight (Such et al. 2017, arXiv 1712.06567).
 */
function child(plan: GeneticPlan, a: Float32Array, b: Float32Array, random: RandomStream): Float32Array {
  const weights = Float32Array.from(a);
  if (plan.crossover === 'blend') {
    const t = random.uniform();
    for (let i = 0; i < weights.length; i++) weights[i] = a[i]! + t * (b[i]! - a[i]!);
  } else if (plan.crossover === 'uniform') {
    for (let i = 0; i < weights.length; i++) if (random.uint32() & 1) weights[i] = b[i]!;
  }
  if (plan.mutation > 0) {
    for (let i = 0; i < weights.length; i++) weights[i]! += plan.mutation * random.normal();
  }
  return weights;
}

/**
 * A generational genetic algorithm over weights: the elite stays, everybody else gives place to a child. A child takes
 * the optimizer state of its first parent; the learning rate belongs to the place.
 */
export function genetic(plan: GeneticPlan): Breeder {
  return {
    breed({ living, vacant, population, random }) {
      const parents = healthy(living);
      if (parents.length === 0) return { births: [] };
      const { size } = population;
      const rows = population.read();
      const row = (member: Member): Float32Array => rows.slice(member.row * size, (member.row + 1) * size);
      const born = [...living.slice(Math.min(plan.elites, parents.length)), ...vacant].map((place) => {
        const stream = random('child', place.fish);
        const first = select(plan, parents, stream);
        const second = plan.crossover === 'none' ? first : select(plan, parents, stream);
        return { place, first, second, weights: child(plan, row(first), row(second), stream) };
      });
      population.inherit(new Map(born.map(({ place, first }) => [place.fish, first.fish])));
      for (const { place, weights } of born) rows.set(weights, place.row * size);
      population.write(rows);
      return {
        births: born.map(({ place, first, second }) => {
          const fish: FishId[] = first === second ? [first.fish] : [first.fish, second.fish];
          return { fish: place.fish, parents: fish, how: fish.length === 1 ? 'mutated' : 'crossed' };
        }),
      };
    },
  };
}
