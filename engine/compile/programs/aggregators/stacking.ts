import type { Graph, Tensor } from '#engine/tensor/builder.ts';

/** Log-probabilities below this say no more than it does: the logarithm of one in 22,000. */
const LEAST = -10;

/** What a stacking has learnt: weights [K, C, C] from each voice's classes to the answer's, bias [1, C]. */
export interface StackingParameters {
  readonly weights: Tensor;
  readonly bias: Tensor;
}

/**
 * Stacked generalisation (Wolpert 1992) with a multinomial logistic regression on the voices' log-probabilities (on class
 * probabilities: Ting & Witten 1999, "Issues in stacked generalization"; their logarithms make the plain pool of the
 * voices, a geometric mean, one point of the model: W_k = share_k I, b = 0, where it starts):
 * z = b + sum_k x_k W_k. A voice that does not count is taken to say the mean of those that do, so that the answer stays
 * on its scale however many are missing.
 *
 * @param logProbs [K, R, C]; numbers, also of voices that do not count.
 * @param sound bool [K, R, 1]
 * @returns [R, C]
 */
export function stack(
  g: Graph,
  { weights, bias }: StackingParameters,
  { logProbs, sound }: { readonly logProbs: Tensor; readonly sound: Tensor },
): Tensor {
  const said = g.maximum(logProbs, LEAST);
  const number = g.maximum(g.reduceSum(g.cast(sound, 'f32'), [0], { keepDims: true }), 1); // [1, R, 1]
  const mean = g.div(g.reduceSum(g.where(sound, said, 0), [0], { keepDims: true }), number); // [1, R, C]
  const features = g.where(sound, said, g.broadcast(mean, said.shape)); // [K, R, C]
  return g.logSoftmax(g.add(g.reduceSum(g.matmul(features, weights), [0]), bias));
}
