import type { Op, OpKind, Shape, ValueInfo } from '../../../tensor/ir.ts';
import type { SpecOf } from '../../specOf.ts';
import type { OnnxGraph } from '../graph.ts';

/** What an emitter sees of one operation: names of its operands, and where to put its results. */
export interface EmitContext {
  readonly graph: OnnxGraph;
  /** How many threads the session will use inside one operation. */
  readonly threads: number;
  readonly op: Op;
  /** ONNX names of the operands. */
  readonly args: readonly string[];
  /** Shapes and types of the operands and results. */
  readonly argInfo: readonly ValueInfo[];
  readonly resultInfo: readonly ValueInfo[];
  /** The name that result `index` must get from the node that makes it. */
  result(index?: number): string;
  /** Says that result 0 is operand 0 under another name: no node is needed. */
  alias(): void;
}

/** Every family exports a table of these. */
export type Emitter<K extends OpKind> = (context: EmitContext, spec: SpecOf<K>) => void;
export type EmitterTable<K extends OpKind = OpKind> = { readonly [P in K]: Emitter<P> };

/** Operand `index`; programs are checked before emission, so a missing one is a broken invariant. */
export function arg(context: EmitContext, index: number): string {
  const name = context.args[index];
  if (name === undefined) throw new Error(`${context.op.spec.kind} lacks operand ${index}`);
  return name;
}

export function argInfo(context: EmitContext, index: number): ValueInfo {
  const info = context.argInfo[index];
  if (info === undefined) throw new Error(`${context.op.spec.kind} lacks operand ${index}`);
  return info;
}

export function resultInfo(context: EmitContext, index = 0): ValueInfo {
  const info = context.resultInfo[index];
  if (info === undefined) throw new Error(`${context.op.spec.kind} lacks result ${index}`);
  return info;
}

export const sizeOf = (shape: Shape): number => shape.reduce((product, extent) => product * extent, 1);
export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((extent, axis) => extent === b[axis]);
