import type { FishId } from '#engine/core/brand.ts';
import type { RandomStream } from '#engine/core/random.ts';
import type { WeightSpace } from './weightSpace.ts';

/**
 * A fish's weights with Gaussian noise: each parameter tensor gets noise of `amount` times its own root mean square, so
 * that one amount means the same for embeddings and for gains. @returns [P], a copy.
 */
export function noisy(
  weights: WeightSpace,
  fish: FishId,
  amount: number,
  random: RandomStream,
): Float32Array {
  const values = weights.readFish(fish);
  for (const { offset, size } of weights.layoutOfFish(fish)) {
    const part = values.subarray(offset, offset + size);
    const deviation = amount * Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / size);
    for (let i = 0; i < size; i++) part[i]! += deviation * random.normal();
  }
  return values;
}
