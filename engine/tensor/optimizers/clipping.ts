import type { Graph, Tensor } from '../builder.ts';

/** The Euclidean norm of all of a fish's gradients together: [N], from gradients [N, ...]. */
export function globalNorm(g: Graph, gradients: readonly Tensor[]): Tensor {
  const sums = gradients.map((gradient) => {
    const squares = g.square(gradient);
    const axes = [...gradient.shape.keys()].slice(1);
    return axes.length === 0 ? squares : g.reduceSum(squares, axes);
  });
  return g.sqrt(sums.reduce((total, sum) => g.add(total, sum)));
}

/**
 * The factor that brings a gradient of norm `norm` [N] to at most `maxNorm` (Pascanu, Mikolov & Bengio 2013, arXiv
 * 1211.5063, algorithm 1): maxNorm / norm above it, else exactly 1.
 */
export function clipFactor(g: Graph, norm: Tensor, maxNorm: number): Tensor {
  return g.div(maxNorm, g.maximum(norm, maxNorm));
}
