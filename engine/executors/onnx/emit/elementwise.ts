import { MICROSOFT } from '../graph.ts';
import {
  arg,
  argInfo,
  type EmitContext,
  type Emitter,
  type EmitterTable,
  resultInfo,
  sizeOf,
} from './context.ts';

type Elementwise =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'maximum'
  | 'minimum'
  | 'mod'
  | 'neg'
  | 'exp'
  | 'log'
  | 'sqrt'
  | 'rsqrt'
  | 'square'
  | 'abs'
  | 'sign'
  | 'tanh'
  | 'erf'
  | 'sigmoid'
  | 'relu'
  | 'gelu'
  | 'less'
  | 'lessEqual'
  | 'greater'
  | 'greaterEqual'
  | 'equal'
  | 'and'
  | 'or'
  | 'not'
  | 'where';

type Simple = Exclude<Elementwise, 'rsqrt' | 'square' | 'gelu' | 'where'>;

/** One ONNX operator of the same meaning, operands in the same order. */
const direct =
  (opType: string): Emitter<Simple> =>
  (context) => {
    context.graph.node(opType, context.args, { outputs: [context.result()] });
  };

/** Rows of fewer numbers are broadcast slowly: onnxruntime's kernels are called once a row. */
const SHORT = 128;

/**
 * An operand whose short rows are repeated and repeated again ([B, 1, 1, T] in [B, H, T, T]: the mask of attention) with
 * the inner repetition written out, once for all who read it: three times as fast, and at most half the result's size.
 */
function widened(context: EmitContext, index: number): string {
  const { shape } = argInfo(context, index);
  const result = resultInfo(context).shape;
  const axis =
    shape.length === result.length ? shape.findLastIndex((extent, at) => extent !== result[at]) : -1;
  const wide = shape.map((extent, at) => (at === axis ? (result[at] ?? 1) : extent));
  const row = sizeOf(shape.slice(axis + 1));
  if (axis < 0 || row === 1 || row >= SHORT || 2 * sizeOf(wide) > sizeOf(result)) return arg(context, index);
  return context.graph.shared('Expand', [arg(context, index), context.graph.longs(wide)], {});
}

const arithmetic =
  (opType: string): Emitter<Simple> =>
  (context) => {
    const operands = [widened(context, 0), widened(context, 1)];
    context.graph.node(opType, operands, { outputs: [context.result()] });
  };

export const elementwise: EmitterTable<Elementwise> = {
  add: arithmetic('Add'),
  sub: arithmetic('Sub'),
  mul: arithmetic('Mul'),
  div: arithmetic('Div'),
  maximum: direct('Max'),
  minimum: direct('Min'),
  // Without fmod, ONNX's Mod gives integers the divisor's sign, as the IR wants; the IR has no mod of floats.
  mod: direct('Mod'),
  neg: direct('Neg'),
  exp: direct('Exp'),
  log: direct('Log'),
  sqrt: direct('Sqrt'),
  abs: direct('Abs'),
  sign: direct('Sign'),
  tanh: direct('Tanh'),
  erf: direct('Erf'),
  sigmoid: direct('Sigmoid'),
  relu: direct('Relu'),
  less: direct('Less'),
  lessEqual: direct('LessOrEqual'),
  greater: direct('Greater'),
  greaterEqual: direct('GreaterOrEqual'),
  equal: direct('Equal'),
  and: direct('And'),
  or: direct('Or'),
  not: direct('Not'),

  rsqrt: (context) => {
    const root = context.graph.node('Sqrt', [arg(context, 0)]);
    context.graph.node('Reciprocal', [root], { outputs: [context.result()] });
  },
  square: (context) => {
    const x = arg(context, 0);
    context.graph.node('Mul', [x, x], { outputs: [context.result()] });
  },
  gelu: (context) => {
    context.graph.node('Gelu', [arg(context, 0)], { domain: MICROSOFT, outputs: [context.result()] });
  },
  where: (context) => {
    const { graph } = context;
    const [condition, a, b] = [arg(context, 0), arg(context, 1), arg(context, 2)];
    if (argInfo(context, 1).dtype !== 'bool') {
      graph.node('Where', [condition, a, b], { outputs: [context.result()] });
      return;
    }
    // onnxruntime has no Where over bool.
    const whenTrue = graph.node('And', [condition, a]);
    const whenFalse = graph.node('And', [graph.node('Not', [condition]), b]);
    graph.node('Or', [whenTrue, whenFalse], { outputs: [context.result()] });
  },
};
