import type { FishLife } from './loopState.ts';

/** Whether what the fish says is the opposite of what it thinks. */
export const isInverted = (life: FishLife | undefined): boolean =>
  life?.corruption.includes('sign-flip') ?? false;

/**
 * What a fish sends of its weights, or of a change of them: the negative while it is inverted (the sign-flipping attack
 * of Li et al. 2019, "RSA: Byzantine-robust stochastic aggregation", arXiv 1811.03761). Its own weights stay as they are.
 *
 * @param values [P]; returned as they are where nothing is wrong with the fish, else a negated copy.
 */
export function sentWeights(life: FishLife | undefined, values: Float32Array): Float32Array {
  return isInverted(life) ? values.map((value) => -value) : values;
}
