import type { SpecOf } from '../../specOf.ts';
import { MICROSOFT } from '../graph.ts';
import { arg, argInfo, type EmitContext, type EmitterTable, sameShape } from './context.ts';

type MatmulSpec = SpecOf<'matmul'>;

function fused(context: EmitContext, spec: MatmulSpec, a: string, b: string, result?: string): string {
  return context.graph.node('FusedMatMul', [a, b], {
    domain: MICROSOFT,
    attributes: {
      transA: { int: spec.transA ? 1 : 0 },
      transB: { int: spec.transB ? 1 : 0 },
      alpha: { float: spec.alpha },
    },
    ...(result === undefined ? {} : { outputs: [result] }),
  });
}

/** Swaps the last two axes; one node however many products need it. */
function swapped(context: EmitContext, value: string, rank: number): string {
  const perm = Array.from({ length: rank }, (_, axis) => axis);
  perm.splice(rank - 2, 2, rank - 1, rank - 2);
  return context.graph.shared('Transpose', [value], { perm: { ints: perm } });
}

/**
 * Where A^T B contracts over many rows (the gradient of a weight matrix), onnxruntime's packing of a transposed A
 * costs a third of the product. Transposing the narrower operand beforehand, which other products may share, and
 * for a wide A computing (B^T A)^T, takes 10-35 % less time (docs/performance.md).
 */
const LONG = 256;

function gradientProduct(context: EmitContext, spec: MatmulSpec): void {
  const { graph } = context;
  const shape = argInfo(context, 0).shape;
  const rank = shape.length;
  const [a, b] = [arg(context, 0), arg(context, 1)];
  const plain = { ...spec, transA: false };
  if ((shape.at(-1) ?? 0) <= (argInfo(context, 1).shape.at(-1) ?? 0)) {
    fused(context, plain, swapped(context, a, rank), b, context.result());
    return;
  }
  const transposed = fused(context, plain, swapped(context, b, rank), a);
  const perm = Array.from({ length: rank }, (_, axis) => axis);
  perm.splice(rank - 2, 2, rank - 1, rank - 2);
  graph.node('Transpose', [transposed], {
    attributes: { perm: { ints: perm } },
    outputs: [context.result()],
  });
}

export const matmul: EmitterTable<'matmul'> = {
  matmul: (context, spec) => {
    const { shape } = argInfo(context, 0);
    const contracted = shape.at(-2) ?? 0;
    const sameBatch = sameShape(shape.slice(0, -2), argInfo(context, 1).shape.slice(0, -2));
    if (spec.transA && !spec.transB && contracted >= LONG && sameBatch) gradientProduct(context, spec);
    else fused(context, spec, arg(context, 0), arg(context, 1), context.result());
  },
};
