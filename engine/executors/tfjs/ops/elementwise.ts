import type { Tensor } from '@tensorflow/tfjs-core';
import type { OpKind } from '../../../tensor/ir.ts';
import { tf } from '../tf.ts';
import { arg, type Evaluator, type EvaluatorTable } from './evaluator.ts';

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

const unary =
  <K extends OpKind>(f: (x: Tensor) => Tensor): Evaluator<K> =>
  (context) =>
    f(arg(context, 0));

const binary =
  <K extends OpKind>(f: (a: Tensor, b: Tensor) => Tensor): Evaluator<K> =>
  (context) =>
    f(arg(context, 0), arg(context, 1));

/** The wasm kernels give the other operand where one is NaN. */
const orNaN =
  (f: (a: Tensor, b: Tensor) => Tensor) =>
  (a: Tensor, b: Tensor): Tensor => {
    if (a.dtype !== 'float32') return f(a, b);
    return tf.where(tf.logicalOr(tf.notEqual(a, a), tf.notEqual(b, b)), tf.add(a, b), f(a, b));
  };

export const elementwise: EvaluatorTable<Elementwise> = {
  add: binary(tf.add),
  sub: binary(tf.sub),
  mul: binary(tf.mul),
  div: binary(tf.div),
  maximum: binary(orNaN(tf.maximum)),
  minimum: binary(orNaN(tf.minimum)),
  mod: binary(tf.mod),
  neg: unary(tf.neg),
  exp: unary(tf.exp),
  log: unary(tf.log),
  sqrt: unary(tf.sqrt),
  rsqrt: unary(tf.rsqrt),
  square: unary((x) => tf.mul(x, x)),
  abs: unary(tf.abs),
  // The wasm kernel makes 0 of NaN and of 1e-30.
  sign: unary((x) => {
    const side = (holds: Tensor): Tensor => tf.cast(holds, 'float32');
    return tf.where(tf.notEqual(x, x), x, tf.sub(side(tf.greater(x, 0)), side(tf.less(x, 0))));
  }),
  tanh: unary(tf.tanh),
  erf: unary(tf.erf),
  sigmoid: unary(tf.sigmoid),
  relu: unary(tf.relu),
  gelu: unary((x) => tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1))),
  less: binary(tf.less),
  lessEqual: binary(tf.lessEqual),
  greater: binary(tf.greater),
  greaterEqual: binary(tf.greaterEqual),
  equal: binary(tf.equal),
  and: binary(tf.logicalAnd),
  or: binary(tf.logicalOr),
  not: unary(tf.logicalNot),
  where: (context) => tf.where(arg(context, 0), arg(context, 1), arg(context, 2)),
};
