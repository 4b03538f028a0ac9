import type { Graph, Tensor } from './builder.ts';
import type { OpKind, OpSpec, ValueInfo } from './ir.ts';
import { sizeOf } from './shape.ts';

/** The attributes of one kind of operation. */
export type SpecOf<K extends OpKind> = OpSpec extends infer S
  ? S extends { readonly kind: OpKind }
    ? K extends S['kind']
      ? S
      : never
    : never
  : never;

export interface GradientContext<S> {
  readonly g: Graph;
  readonly spec: S;
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly Tensor[];
  /**
   * d loss / d output, one for each output; undefined where nothing depends on it. A cotangent has the rank of its
   * output, but an axis along which it is constant may have size 1: rules keep it so as long as they can
   * (see cotangent.ts), so that no broadcast is ever materialised for a consumer that broadcasts anyway.
   */
  readonly cotangents: readonly (Tensor | undefined)[];
  /** Which inputs need a gradient; a rule may leave the others undefined. */
  readonly needs: readonly boolean[];
}

/** d loss / d input, one for each input, under the same broadcasting convention as the cotangents. */
export type InputGradients = readonly (Tensor | undefined)[];

/** Everything the tensor layer knows about one kind of operation, except how executors compute it. */
export interface OpDefinition<K extends OpKind> {
  /** The outputs' types and shapes; throws a RuleViolation. */
  infer(spec: SpecOf<K>, inputs: readonly ValueInfo[]): readonly ValueInfo[];
  gradient(context: GradientContext<SpecOf<K>>): InputGradients;
  /** Floating point operations; a transcendental function counts as one. */
  flops(spec: SpecOf<K>, inputs: readonly ValueInfo[], outputs: readonly ValueInfo[]): number;
}

/** The rule of operations through which no gradient passes. */
export function noGradient(context: { readonly inputs: readonly Tensor[] }): InputGradients {
  return context.inputs.map(() => undefined);
}

export function totalSize(values: readonly ValueInfo[]): number {
  return values.reduce((sum, value) => sum + sizeOf(value.shape), 0);
}

/** One operation for each element of the outputs. */
export function flopPerOutput(_spec: unknown, _inputs: unknown, outputs: readonly ValueInfo[]): number {
  return totalSize(outputs);
}

/** Operations that only move data. */
export function noFlops(): number {
  return 0;
}
