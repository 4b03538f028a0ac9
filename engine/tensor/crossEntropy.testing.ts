import type { Graph, Tensor } from './builder.ts';

/**
 * Negative log-likelihood of each target in nats, from logits: never the logarithm of a probability, so it is finite for
 * finite logits. With label smoothing s (Szegedy et al. 2016, arXiv 1512.00567, section 7) the target distribution is
 * (1 - s) of the label and s / C of every class.
 *
 * @param logits [..., C]. @param targets i32 [...]. @returns [...].
 */
export function crossEntropy(g: Graph, logits: Tensor, targets: Tensor, labelSmoothing = 0): Tensor {
  const logProbabilities = g.logSoftmax(logits); // [..., C]
  const likelihood = g.takeAlong(logProbabilities, targets); // [...]
  if (labelSmoothing === 0) return g.neg(likelihood);
  const uniform = g.reduceMean(logProbabilities, [-1]); // [...]
  return g.neg(g.add(g.mul(likelihood, 1 - labelSmoothing), g.mul(uniform, labelSmoothing)));
}
