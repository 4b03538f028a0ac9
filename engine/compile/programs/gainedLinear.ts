import type { Graph, Tensor } from '#engine/tensor/builder.ts';

/**
 * (xhat * gain) W, computed as xhat (diag(gain) W): the same function and gradients, but the elementwise pass is over
 * the matrix instead of the activations.
 *
 * Rows of xhat sum to zero, so subtracting from W the mean of each column changes nothing either. It makes the rows
 * of the gradient with respect to xhat sum to zero, which saves the gradient of the normalisation two passes.
 *
 * @param xhat [N, R, D], normalised rows. @param gain [N, D]. @param weight [N, D, K]. @returns [N, R, K].
 */
export function gainedLinear(g: Graph, xhat: Tensor, gain: Tensor, weight: Tensor): Tensor {
  const scaled = g.mul(weight, g.reshape(gain, [...gain.shape, 1])); // [N, D, K]
  const centred = g.sub(scaled, g.reduceMean(scaled, [1], { keepDims: true })); // [N, D, K]
  return g.matmul(xhat, centred); // [N, R, K]
}
