import { MICROSOFT } from '../graph.ts';
import { arg, argInfo, type Emitter, type EmitterTable } from './context.ts';

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

export const elementwise: EmitterTable<Elementwise> = {
  add: direct('Add'),
  sub: direct('Sub'),
  mul: direct('Mul'),
  div: direct('Div'),
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
