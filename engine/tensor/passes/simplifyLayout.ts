import type { Graph, Tensor } from '../builder.ts';
import type { Op } from '../ir.ts';
import { broadcastShapes, sameShape } from '../shape.ts';

const BROADCASTING: ReadonlySet<string> = new Set([
  'add',
  'sub',
  'mul',
  'div',
  'maximum',
  'minimum',
  'less',
  'lessEqual',
  'greater',
  'greaterEqual',
  'equal',
  'and',
  'or',
  'where',
]);

/** Layout operations that do nothing, undo each other, or are done anyway by what reads them. */
export function simplifyLayout(g: Graph, op: Op, inputs: readonly Tensor[]): Tensor | null {
  const [x] = inputs;
  if (!x) return null;
  const { spec } = op;
  const made = g.producer(x);
  const inner = made?.inputs[0] === undefined ? null : g.tensor(made.inputs[0]);
  switch (spec.kind) {
    case 'stopGradient':
      return x;
    case 'cast':
      return spec.to === x.dtype ? x : null;
    case 'reshape':
      if (sameShape(spec.shape, x.shape)) return x;
      return made?.spec.kind === 'reshape' && inner ? g.reshape(inner, spec.shape) : null;
    case 'broadcast':
      if (sameShape(spec.shape, x.shape)) return x;
      return made?.spec.kind === 'broadcast' && inner ? g.broadcast(inner, spec.shape) : null;
    case 'transpose': {
      const isIdentity = spec.perm.every((axis, i) => axis === i);
      if (isIdentity) return x;
      if (made?.spec.kind !== 'transpose' || !inner)
        return movesOnlyOnes(x, spec.perm)
          ? g.reshape(
              x,
              spec.perm.map((axis) => x.shape[axis] ?? 1),
            )
          : null;
      const first = made.spec.perm;
      return g.transpose(
        inner,
        spec.perm.map((axis) => first[axis] ?? 0),
      );
    }
    case 'slice':
      return spec.starts.every((start, axis) => start === 0 && spec.ends[axis] === x.shape[axis]) ? x : null;
    case 'concat':
      return inputs.length === 1 ? x : null;
    case 'reduceSum':
    case 'reduceMean':
    case 'reduceMax':
      // Nothing to reduce: only the shape changes.
      if (spec.axes.some((axis) => x.shape[axis] !== 1)) return null;
      return g.reshape(x, spec.keepDims ? x.shape : x.shape.filter((_, axis) => !spec.axes.includes(axis)));
    case 'matmul':
      return untransposed(g, spec, inputs);
    default:
      return BROADCASTING.has(spec.kind) ? withoutBroadcast(g, op, inputs) : null;
  }
}

/** Moving axes of size 1 leaves the elements where they are. */
function movesOnlyOnes(x: Tensor, perm: readonly number[]): boolean {
  const moved = perm.filter((axis) => x.shape[axis] !== 1);
  return moved.every((axis, i) => i === 0 || axis > (moved[i - 1] ?? 0));
}

/** A transposition of the last two axes becomes the product's flag. */
function untransposed(
  g: Graph,
  spec: { readonly transA: boolean; readonly transB: boolean; readonly alpha: number },
  inputs: readonly Tensor[],
): Tensor | null {
  const [a, b] = inputs;
  if (!a || !b) return null;
  const [left, right] = [swapped(g, a), swapped(g, b)];
  if (!left && !right) return null;
  return g.matmul(left ?? a, right ?? b, {
    transA: spec.transA !== (left !== null),
    transB: spec.transB !== (right !== null),
    alpha: spec.alpha,
  });
}

function swapped(g: Graph, x: Tensor): Tensor | null {
  const op = g.producer(x);
  if (op?.spec.kind !== 'transpose' || op.inputs[0] === undefined) return null;
  const rank = x.shape.length;
  const swapsLastTwo = op.spec.perm.every(
    (axis, i) => axis === (i === rank - 1 ? rank - 2 : i === rank - 2 ? rank - 1 : i),
  );
  return rank >= 2 && swapsLastTwo ? g.tensor(op.inputs[0]) : null;
}

/** Reads past a broadcast where the other operands already give the result its shape. */
function withoutBroadcast(g: Graph, op: Op, inputs: readonly Tensor[]): Tensor | null {
  const shape = broadcastShapes(...inputs.map((input) => input.shape));
  const lighter = [...inputs];
  inputs.forEach((input, i) => {
    const made = g.producer(input);
    if (made?.spec.kind !== 'broadcast' || made.inputs[0] === undefined) return;
    const attempt = lighter.with(i, g.tensor(made.inputs[0]));
    if (sameShape(broadcastShapes(...attempt.map((part) => part.shape)), shape))
      lighter.splice(0, lighter.length, ...attempt);
  });
  if (lighter.every((input, i) => input === inputs[i])) return null;
  return g.apply(op.spec, lighter)[0] ?? null;
}
