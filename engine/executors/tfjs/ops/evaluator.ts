import type { Tensor } from '@tensorflow/tfjs-core';
import type { OpKind, ValueInfo } from '../../../tensor/ir.ts';
import type { SpecOf } from '../../specOf.ts';

/** Operands and what the IR says of them and of the results. */
export interface EvaluateContext {
  readonly args: readonly Tensor[];
  readonly argInfo: readonly ValueInfo[];
  readonly resultInfo: readonly ValueInfo[];
}

/** One result, or all in order. Runs inside tf.tidy: intermediates need no care. */
export type Evaluator<K extends OpKind> = (context: EvaluateContext, spec: SpecOf<K>) => Tensor | Tensor[];
export type EvaluatorTable<K extends OpKind = OpKind> = { readonly [P in K]: Evaluator<P> };

/** Operand `index`; programs are checked when they are built, so a missing one is a broken invariant. */
export function arg(context: EvaluateContext, index: number): Tensor {
  const tensor = context.args[index];
  if (tensor === undefined) throw new Error(`operand ${index} is missing`);
  return tensor;
}

export function argShape(context: EvaluateContext, index: number): number[] {
  return [...(context.argInfo[index]?.shape ?? [])];
}

export function resultShape(context: EvaluateContext): number[] {
  return [...(context.resultInfo[0]?.shape ?? [])];
}
