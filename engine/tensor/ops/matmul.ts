import type { Graph, Tensor } from '../builder.ts';
import { materialise, reduceTo } from '../cotangent.ts';
import { type InputGradients, noGradient, type OpDefinition } from '../definition.ts';
import type { Shape, ValueInfo } from '../ir.ts';
import {
  broadcastShapes,
  expectDType,
  expectInputs,
  padShape,
  printShape,
  sizeOf,
  violate,
} from '../shape.ts';

interface MatmulSpec {
  readonly transA: boolean;
  readonly transB: boolean;
  readonly alpha: number;
}

interface MatmulSizes {
  readonly batch: Shape;
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
}

export function matmulSizes(spec: MatmulSpec, a: Shape, b: Shape): MatmulSizes {
  if (a.length < 2 || b.length < 2) {
    violate(`it takes matrices of at least two axes, not ${printShape(a)} and ${printShape(b)}`);
  }
  const [rows, innerA] = lastTwo(a, spec.transA);
  const [innerB, columns] = lastTwo(b, spec.transB);
  if (innerA !== innerB) violate(`its inner sizes are ${innerA} and ${innerB}`);
  const batch = broadcastShapes(a.slice(0, -2), b.slice(0, -2));
  return { batch, rows, inner: innerA, columns };
}

function lastTwo(shape: Shape, swapped: boolean): readonly [number, number] {
  const [first, second] = [shape.at(-2) ?? 1, shape.at(-1) ?? 1];
  return swapped ? [second, first] : [first, second];
}

function infer(spec: MatmulSpec, inputs: readonly ValueInfo[]): ValueInfo[] {
  const [a, b] = expectInputs(inputs, 2);
  expectDType(a, 'f32');
  expectDType(b, 'f32');
  if (!Number.isFinite(spec.alpha)) violate(`its factor alpha is ${spec.alpha}`);
  const { batch, rows, columns } = matmulSizes(spec, a.shape, b.shape);
  return [{ dtype: 'f32', shape: [...batch, rows, columns] }];
}

/**
 * With y = alpha A B: dA = alpha dy B^T and dB = alpha A^T dy (Giles 2008, "Collected matrix derivative results",
 * section 2.2.2), each with the flags moved so that nothing is transposed in memory.
 */
function gradientOfA(g: Graph, spec: MatmulSpec, b: Tensor, dy: Tensor): Tensor {
  const { transA, transB, alpha } = spec;
  return transA
    ? g.matmul(b, dy, { transA: transB, transB: true, alpha })
    : g.matmul(dy, b, { transA: false, transB: !transB, alpha });
}

function gradientOfB(g: Graph, spec: MatmulSpec, a: Tensor, dy: Tensor): Tensor {
  const { transA, transB, alpha } = spec;
  return transB
    ? g.matmul(dy, a, { transA: true, transB: transA, alpha })
    : g.matmul(a, dy, { transA: !transA, transB: false, alpha });
}

/**
 * How many of the last batch axes `b` is repeated along. Where A is not transposed these axes can be merged into
 * its rows, so that dB sums over them inside one product instead of making a product each and adding them up.
 */
function repeatedAxes(a: Shape, b: Shape): number {
  if (a.length < b.length) return 0;
  const batchA = a.slice(0, -2);
  const batchB = padShape(b.slice(0, -2), batchA.length);
  let count = 0;
  while (count < batchA.length && batchB[batchA.length - 1 - count] === 1) count++;
  return count;
}

function mergeRows(g: Graph, x: Tensor, count: number): Tensor {
  const kept = x.shape.slice(0, x.shape.length - 2 - count);
  const rows = sizeOf(x.shape.slice(x.shape.length - 2 - count, -1));
  return g.reshape(x, [...kept, rows, x.shape.at(-1) ?? 1]);
}

export const matmul: OpDefinition<'matmul'> = {
  infer,
  gradient(context): InputGradients {
    const { g, spec, inputs, outputs, cotangents, needs } = context;
    const [a, b] = inputs;
    const [y] = outputs;
    if (!a || !b || !y || !cotangents[0]) return noGradient(context);
    const dy = materialise(g, cotangents[0], y.shape);
    const dA = (): Tensor => {
      const full = gradientOfA(g, spec, b, dy);
      return reduceTo(g, full, [...y.shape.slice(0, -2), ...a.shape.slice(-2)], a.shape);
    };
    const dB = (): Tensor => {
      const repeated = spec.transA ? 0 : repeatedAxes(a.shape, b.shape);
      const full =
        repeated > 0
          ? gradientOfB(g, spec, mergeRows(g, a, repeated), mergeRows(g, dy, repeated))
          : gradientOfB(g, spec, a, dy);
      const batch = y.shape.slice(0, y.shape.length - 2 - repeated);
      const shape = [...padShape(b.shape, y.shape.length).slice(0, batch.length), ...b.shape.slice(-2)];
      return g.reshape(reduceTo(g, full, [...batch, ...b.shape.slice(-2)], shape), b.shape);
    };
    return [needs[0] ? dA() : undefined, needs[1] ? dB() : undefined];
  },
  // 2 m n k: Golub & Van Loan, Matrix Computations, 4th edition, section 1.1.
  flops(spec, inputs) {
    const [a, b] = expectInputs(inputs, 2);
    const { batch, rows, inner, columns } = matmulSizes(spec, a.shape, b.shape);
    return 2 * sizeOf(batch) * rows * inner * columns;
  },
};
