import type { RandomStream } from '#engine/core/random.ts';

/** A place with probability proportional to its weight, at least 0; the last where all are 0. */
export function drawPlace(weights: ArrayLike<number>, random: RandomStream): number {
  let all = 0;
  for (let k = 0; k < weights.length; k++) all += weights[k]!;
  let target = random.uniform() * all;
  let last = weights.length - 1;
  for (let k = 0; k < weights.length; k++) {
    if (weights[k] === 0) continue;
    last = k;
    target -= weights[k]!;
    if (target < 0) break;
  }
  return last;
}
