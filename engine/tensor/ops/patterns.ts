import type { Graph, Tensor } from '../builder.ts';
import { normaliseAxis, sameShape } from '../shape.ts';

// Cotangents whose structure makes a gradient rule cheaper, recognised by the operations that made them. Every
// identity here is exact algebra; where a pattern is not found the general rule is used.

/** `cotangent` as oneHot * scale, with scale constant along the last axis. */
export function scaledOneHot(
  g: Graph,
  cotangent: Tensor,
): { readonly oneHot: Tensor; readonly scale: Tensor } | null {
  const op = g.producer(cotangent);
  if (op?.spec.kind !== 'mul') return null;
  const [oneHot, scale] = op.inputs.map((id) => g.tensor(id));
  if (!oneHot || !scale || g.producer(oneHot)?.spec.kind !== 'oneHot') return null;
  if ((scale.shape.at(-1) ?? 1) !== 1 || oneHot.shape.length !== cotangent.shape.length) return null;
  return { oneHot, scale };
}

/**
 * sum(dp p) along the last axis, where dp = dO v^T is the gradient of attention's O = p v: equal to sum(dO O)
 * (Dao et al. 2022, FlashAttention, arXiv 2205.14135, appendix B.2, equation 4), which is shorter when a head is
 * narrower than the context.
 */
export function probabilityDot(g: Graph, p: Tensor, dp: Tensor): Tensor | null {
  const made = g.producer(dp);
  if (made?.spec.kind !== 'matmul' || made.spec.transA || !sameShape(p.shape, dp.shape)) return null;
  const [dO, v] = made.inputs;
  for (const use of g.consumers(p)) {
    if (use.spec.kind !== 'matmul' || use.spec.transA || use.inputs[0] !== p.id || use.inputs[1] !== v)
      continue;
    if (use.spec.transB === made.spec.transB || use.spec.alpha !== made.spec.alpha) continue;
    const output = use.outputs[0];
    if (output === undefined || dO === undefined) continue;
    const [o, dOut] = [g.tensor(output), g.tensor(dO)];
    if (!sameShape(o.shape, dOut.shape) || (o.shape.at(-1) ?? 1) >= (p.shape.at(-1) ?? 1)) continue;
    return g.reduceSum(g.mul(dOut, o), [-1], { keepDims: true });
  }
  return null;
}

/**
 * Whether the rows of a cotangent are known to sum to zero: it is a product with a matrix from which the mean along
 * that axis was subtracted, as `normLinear` makes it.
 */
export function hasZeroMean(g: Graph, cotangent: Tensor): boolean {
  const op = g.producer(cotangent);
  if (!op) return false;
  const [a, b] = op.inputs.map((id) => g.tensor(id));
  if (!a) return false;
  if (op.spec.kind === 'reshape') {
    return a.shape.at(-1) === cotangent.shape.at(-1) && hasZeroMean(g, a);
  }
  if (!b) return false;
  if (op.spec.kind === 'add') {
    return sameShape(a.shape, b.shape) && hasZeroMean(g, a) && hasZeroMean(g, b);
  }
  if (op.spec.kind !== 'matmul') return false;
  return isCentred(g, b, op.spec.transB ? b.shape.length - 2 : b.shape.length - 1);
}

function isCentred(g: Graph, matrix: Tensor, axis: number): boolean {
  const op = g.producer(matrix);
  if (op?.spec.kind !== 'sub') return false;
  const [whole, mean] = op.inputs;
  if (whole === undefined || mean === undefined) return false;
  const made = g.producer(g.tensor(mean));
  return (
    made?.spec.kind === 'reduceMean' &&
    made.spec.keepDims &&
    made.inputs[0] === whole &&
    made.spec.axes.length === 1 &&
    normaliseAxis(made.spec.axes[0] ?? 0, matrix.shape.length) === axis
  );
}
