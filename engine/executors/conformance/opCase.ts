import { Graph, type Tensor } from '../../tensor/builder.ts';
import type { DType, OpKind, Program, Shape, TensorData } from '../../tensor/ir.ts';
import { type DataRange, numbers, randomData } from './randomData.ts';

export interface OpCase {
  readonly title: string;
  readonly kind: OpKind;
  readonly program: Program;
  readonly inputs: Readonly<Record<string, TensorData>>;
}

export interface OperandCase extends DataRange {
  readonly dtype?: DType;
  readonly shape: Shape;
  /** Given values in place of random ones. */
  readonly data?: TensorData;
}

type Build = (g: Graph, ...operands: Tensor[]) => Tensor | readonly Tensor[];

/** A program of one operation on inputs `x0`, `x1`, ... and its data. */
export function opCase(kind: OpKind, what: string, operands: readonly OperandCase[], build: Build): OpCase {
  const shapes = operands.map(({ dtype = 'f32', shape }) => `${dtype}[${shape.join(',')}]`).join(' ');
  const title = `${kind}${what === '' ? '' : ` ${what}`} of ${shapes}`;
  const g = new Graph(title);
  const next = numbers(title.length * 7919);
  const inputs: Record<string, TensorData> = {};
  const tensors = operands.map(({ dtype = 'f32', shape, data, ...range }, index) => {
    inputs[`x${index}`] = data ?? randomData(dtype, shape, next, range);
    return g.input(`x${index}`, 'data', dtype, shape);
  });
  const built = build(g, ...tensors);
  const results = 'shape' in built ? [built] : built;
  results.forEach((result, index) => {
    g.output(`y${index}`, result);
  });
  return { title, kind, program: g.build(), inputs };
}
