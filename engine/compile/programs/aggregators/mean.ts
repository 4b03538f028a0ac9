import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import { type Heard, NEVER, TINY } from './heard.ts';

/**
 * log sum_k share_k p_k (Deep Ensembles, Lakshminarayanan et al. 2017, arXiv 1612.01474, section 2.4), as the
 * logarithm of a sum of exponentials below their maximum: never the logarithm of a probability that underflowed.
 *
 * @returns [R, C]
 */
export function meanOfProbabilities(g: Graph, { logProbs, sound, share }: Omit<Heard, 'text'>): Tensor {
  const terms = g.where(sound, g.add(logProbs, g.log(g.maximum(share, TINY))), NEVER); // [K, R, C]
  const top = g.reduceMax(terms, [0], { keepDims: true }); // [1, R, C]
  const sum = g.reduceSum(g.exp(g.sub(terms, top)), [0]); // [R, C]
  return g.add(g.log(sum), g.reshape(top, sum.shape));
}

/** softmax(sum_k share_k z_k), [R, C]: log-probabilities are logits up to a constant of the row, which cancels. */
export function meanOfLogits(g: Graph, { logProbs, share }: Heard): Tensor {
  return g.logSoftmax(g.reduceSum(g.mul(logProbs, share), [0]));
}
