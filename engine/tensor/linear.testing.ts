import type { Graph, Tensor } from './builder.ts';

/**
 * x W + b for each fish. A leading axes layout [N, B, T, K] is worked as [N, B T, K], one product a fish.
 *
 * @param x [N, ..., K]. @param weight [N, K, M]. @param bias [N, M] or null. @returns [N, ..., M].
 */
export function linear(g: Graph, x: Tensor, weight: Tensor, bias: Tensor | null): Tensor {
  const [n = 1] = x.shape;
  const [k = 1, m = 1] = weight.shape.slice(1);
  const middle = x.shape.slice(1, -1);
  const rows = middle.reduce((product, size) => product * size, 1);
  const product = g.matmul(g.reshape(x, [n, rows, k]), weight); // [N, rows, M]
  const sum = bias ? g.add(product, g.reshape(bias, [n, 1, m])) : product;
  return g.reshape(sum, [n, ...middle, m]);
}
