import type { Graph, Tensor } from './builder.ts';
import type { Shape } from './ir.ts';
import { padShape, sameShape } from './shape.ts';

/**
 * The gradient of broadcasting `to` up to `from`: sums a cotangent of a value of shape `from` over the axes along
 * which an input of shape `to` was repeated. Where the cotangent is itself constant along such an axis (size 1) the
 * sum is a factor.
 */
export function reduceTo(g: Graph, cotangent: Tensor, from: Shape, to: Shape): Tensor {
  const target = padShape(to, from.length);
  const axes: number[] = [];
  let factor = 1;
  for (let axis = 0; axis < from.length; axis++) {
    if (target[axis] !== 1 || from[axis] === 1) continue;
    if (cotangent.shape[axis] === 1) factor *= from[axis]!;
    else axes.push(axis);
  }
  const lead = from.length - to.length;
  let result = cotangent;
  if (axes.length > 0) result = g.reduceSum(result, axes, { keepDims: true });
  if (lead > 0) result = g.reshape(result, result.shape.slice(lead));
  return factor === 1 ? result : g.mul(result, factor);
}

/** The cotangent at its full shape, for rules that cannot work with constant axes of size 1. */
export function materialise(g: Graph, cotangent: Tensor, shape: Shape): Tensor {
  return sameShape(cotangent.shape, shape) ? cotangent : g.broadcast(cotangent, shape);
}

/**
 * How a cotangent of shape `lazy` (of a value of shape `from`, some axes reduced to 1) is reshaped to `to`: groups of
 * axes with equal products stay constant where all of the group is; a group that is only partly constant is
 * broadcast first, to `before`. `after` is the shape to reshape to.
 */
export function reshapeLazily(
  lazy: Shape,
  from: Shape,
  to: Shape,
): { readonly before: Shape; readonly after: Shape } {
  const before = [...lazy];
  const after = [...to];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    const [startFrom, startTo] = [i, j];
    let productFrom = from[i++] ?? 1;
    let productTo = to[j++] ?? 1;
    while (productFrom !== productTo) {
      if (productFrom < productTo) productFrom *= from[i++] ?? 1;
      else productTo *= to[j++] ?? 1;
    }
    i = Math.min(i, from.length);
    j = Math.min(j, to.length);
    if (lazy.slice(startFrom, i).every((size) => size === 1)) {
      for (let axis = startTo; axis < j; axis++) after[axis] = 1;
    } else {
      for (let axis = startFrom; axis < i; axis++) before[axis] = from[axis] ?? 1;
    }
  }
  return { before, after };
}
