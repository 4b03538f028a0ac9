import type { FishTraining } from '#engine/compile/plan.ts';

type Schedule = Pick<FishTraining, 'schedule' | 'warmup'>;

/**
 * The part of its base rate a fish learns with at step `step` (from 1) of `total`: rising linearly to 1 over the
 * warm-up, then constant, falling linearly, or along half a cosine (Loshchilov & Hutter 2017, arXiv 1608.03983), to
 * almost 0 at the last step. Steps count the run's clock, also while a fish is dead.
 */
export function rateFactor({ schedule, warmup }: Schedule, step: number, total: number): number {
  const warm = Math.round(warmup * total);
  if (step <= warm) return step / warm;
  if (schedule === 'constant' || total <= warm) return 1;
  const done = (Math.min(step, total) - warm - 1) / (total - warm);
  return schedule === 'linear' ? 1 - done : (1 + Math.cos(Math.PI * done)) / 2;
}
