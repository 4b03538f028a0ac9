import type { PbtPlan } from '#engine/compile/mechanisms/evolve.ts';
import type { FishId } from '#engine/core/brand.ts';
import { type Breeder, healthy } from './breeder.ts';

/**
 * Population based training (Jaderberg et al. 2017, arXiv 1711.09846, section 4.1): exploit by truncation, explore by
 * perturbation. Each of the worst fifth takes weights and optimizer state of one of the best fifth, drawn at random, and
 * learns on at 0.8 or 1.2 times its rate. Where the population is too small for a fifth, it is one fish.
 */
export function pbt({ fraction, perturb }: PbtPlan): Breeder {
  return {
    breed({ living, vacant, world, population, random }) {
      const count = Math.min(
        Math.max(1, Math.floor(living.length * fraction)),
        Math.floor(living.length / 2),
      );
      const best = healthy(living).slice(0, Math.max(1, count));
      if (best.length === 0) return { births: [] };
      const worst = count === 0 ? [] : living.slice(-count).filter((member) => !best.includes(member));
      const losers = [...worst, ...vacant];
      const parents = new Map<FishId, FishId>(
        losers.map(({ fish }) => [fish, random('exploit', fish).choice(best).fish]),
      );
      population.inherit(parents);
      for (const [child, parent] of parents) {
        const plan = world.plan.fish.find(({ id }) => id === parent);
        const rate = world.state.fish[parent]?.rate ?? plan?.training.learningRate ?? 0;
        const life = world.state.fish[child];
        if (life !== undefined) {
          life.rate = rate * (random('explore', child).chance(0.5) ? 1 + perturb : 1 - perturb);
        }
      }
      return {
        births: [...parents].map(([fish, parent]) => ({ fish, parents: [parent], how: 'copied' as const })),
      };
    },
  };
}
