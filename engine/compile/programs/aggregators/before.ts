import type { Graph, Tensor } from '#engine/tensor/builder.ts';

/**
 * Order statistics without sorting: for each value of `values` [K, ...] the sum of `weight` (broadcasts to it, over K
 * entries) of those among the K that come before it: the smaller ones and, of equal ones, those of a lower position.
 * With weights of 1 that is its rank from 0. K comparisons of all K at once, so shapes do not depend on who counts.
 */
export function before(g: Graph, values: Tensor, weight: Tensor): Tensor {
  const [count = 1, ...rest] = values.shape;
  const position = g.reshape(g.range(count), [count, ...rest.map(() => 1)]);
  let sum = g.fill(0, values.shape);
  for (let other = 0; other < count; other++) {
    const value = g.sliceAxis(values, 0, other, other + 1); // [1, ...]
    const first = g.or(
      g.less(value, values),
      g.and(g.equal(value, values), g.greater(position, g.scalar(other, 'i32'))),
    );
    sum = g.add(sum, g.mul(g.cast(first, 'f32'), g.sliceAxis(weight, 0, other, other + 1)));
  }
  return sum;
}
