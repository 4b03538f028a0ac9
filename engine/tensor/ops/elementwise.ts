import type { Graph, Tensor } from '../builder.ts';
import { reduceTo } from '../cotangent.ts';
import {
  flopPerOutput,
  type GradientContext,
  type InputGradients,
  noFlops,
  noGradient,
  type OpDefinition,
} from '../definition.ts';
import type { DType, ValueInfo } from '../ir.ts';
import { broadcastShapes, expectDType, expectInputs, violate } from '../shape.ts';

type BinaryKind = 'add' | 'sub' | 'mul' | 'div' | 'maximum' | 'minimum' | 'mod';
type UnaryKind =
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
  | 'gelu';
type ComparisonKind = 'less' | 'lessEqual' | 'greater' | 'greaterEqual' | 'equal';

function inferBinary(inputs: readonly ValueInfo[], dtypes: readonly DType[], result?: DType): ValueInfo[] {
  const [a, b] = expectInputs(inputs, 2);
  if (a.dtype !== b.dtype) violate(`its inputs have the types ${a.dtype} and ${b.dtype}`);
  expectDType(a, ...dtypes);
  return [{ dtype: result ?? a.dtype, shape: broadcastShapes(a.shape, b.shape) }];
}

interface BinaryGradient {
  readonly g: Graph;
  readonly a: Tensor;
  readonly b: Tensor;
  readonly y: Tensor;
  readonly dy: Tensor;
}

/** The rule gives cotangents at the output's shape (or broadcastable to it); broadcasting is undone here. */
function binaryOp<K extends BinaryKind>(
  dtypes: readonly DType[],
  rules: { readonly a: (c: BinaryGradient) => Tensor; readonly b: (c: BinaryGradient) => Tensor } | null,
): OpDefinition<K> {
  return {
    infer: (_spec, inputs) => inferBinary(inputs, dtypes),
    gradient(context): InputGradients {
      const { g, inputs, outputs, cotangents, needs } = context;
      const [a, b] = inputs;
      const [y] = outputs;
      const [dy] = cotangents;
      if (!a || !b || !y || !dy || rules === null) return noGradient(context);
      const c = { g, a, b, y, dy };
      return [
        needs[0] ? reduceTo(g, rules.a(c), y.shape, a.shape) : undefined,
        needs[1] ? reduceTo(g, rules.b(c), y.shape, b.shape) : undefined,
      ];
    },
    flops: flopPerOutput,
  };
}

const NUMBERS = ['f32', 'i32'] as const;

/** `mod` is for i32 only; the result has the divisor's sign. At a tie, maximum and minimum follow the first input. */
export const binary: { readonly [K in BinaryKind]: OpDefinition<K> } = {
  add: binaryOp(NUMBERS, { a: ({ dy }) => dy, b: ({ dy }) => dy }),
  sub: binaryOp(NUMBERS, { a: ({ dy }) => dy, b: ({ g, dy }) => g.neg(dy) }),
  mul: binaryOp(NUMBERS, { a: ({ g, b, dy }) => g.mul(dy, b), b: ({ g, a, dy }) => g.mul(dy, a) }),
  div: binaryOp(['f32'], {
    a: ({ g, b, dy }) => g.div(dy, b),
    // d(a / b) / db = -(a / b) / b; dy / b is shared with the rule of a.
    b: ({ g, b, y, dy }) => g.neg(g.mul(g.div(dy, b), y)),
  }),
  maximum: binaryOp(NUMBERS, {
    a: ({ g, a, b, dy }) => g.where(g.greaterEqual(a, b), dy, 0),
    b: ({ g, a, b, dy }) => g.where(g.greaterEqual(a, b), 0, dy),
  }),
  minimum: binaryOp(NUMBERS, {
    a: ({ g, a, b, dy }) => g.where(g.lessEqual(a, b), dy, 0),
    b: ({ g, a, b, dy }) => g.where(g.lessEqual(a, b), 0, dy),
  }),
  mod: binaryOp(['i32'], null),
};

interface UnaryGradient {
  readonly g: Graph;
  readonly x: Tensor;
  readonly y: Tensor;
  readonly dy: Tensor;
}

function unaryOp<K extends UnaryKind>(rule: (c: UnaryGradient) => Tensor | undefined): OpDefinition<K> {
  return {
    infer(_spec, inputs) {
      const [x] = expectInputs(inputs, 1);
      expectDType(x, 'f32');
      return [x];
    },
    gradient(context): InputGradients {
      const [x] = context.inputs;
      const [y] = context.outputs;
      const [dy] = context.cotangents;
      return [x && y && dy ? rule({ g: context.g, x, y, dy }) : undefined];
    },
    flops: flopPerOutput,
  };
}

/**
 * d gelu(x) / dx = Phi(x) + x phi(x), the normal distribution and density (Hendrycks & Gimpel 2016, arXiv
 * 1606.08415). With s = x / sqrt 2 it is (1 + erf(s) + s exp(log(2 / sqrt pi) - s^2)) / 2: nine passes, with the
 * factor 1/2 on dy, where it usually melts into the matrix product that made dy.
 */
function geluGradient({ g, x, dy }: UnaryGradient): Tensor {
  const s = g.mul(x, Math.SQRT1_2);
  const density = g.exp(g.sub(Math.log(2 / Math.sqrt(Math.PI)), g.mul(s, s)));
  const slope = g.add(g.add(g.mul(s, density), g.erf(s)), 1);
  return g.mul(g.mul(dy, 0.5), slope);
}

/** Rules use the output instead of the input where it saves a pass. */
export const unary: { readonly [K in UnaryKind]: OpDefinition<K> } = {
  neg: unaryOp(({ g, dy }) => g.neg(dy)),
  exp: unaryOp(({ g, y, dy }) => g.mul(dy, y)),
  log: unaryOp(({ g, x, dy }) => g.div(dy, x)),
  sqrt: unaryOp(({ g, y, dy }) => g.div(g.mul(dy, 0.5), y)),
  // -x^(-3/2) / 2
  rsqrt: unaryOp(({ g, x, y, dy }) => g.mul(g.mul(dy, -0.5), g.div(y, x))),
  square: unaryOp(({ g, x, dy }) => g.mul(g.mul(dy, 2), x)),
  abs: unaryOp(({ g, x, dy }) => g.mul(dy, g.sign(x))),
  sign: unaryOp(() => undefined),
  tanh: unaryOp(({ g, y, dy }) => g.mul(dy, g.sub(1, g.square(y)))),
  erf: unaryOp(({ g, x, dy }) => g.mul(g.mul(dy, 2 / Math.sqrt(Math.PI)), g.exp(g.neg(g.square(x))))),
  sigmoid: unaryOp(({ g, y, dy }) => g.mul(dy, g.mul(y, g.sub(1, y)))),
  // The mask as a factor: in onnxruntime half the time of Where at full size, a quarter of Sign.
  relu: unaryOp(({ g, y, dy }) => g.mul(dy, g.cast(g.greater(y, 0), 'f32'))),
  gelu: unaryOp(geluGradient),
};

function comparisonOp<K extends ComparisonKind>(): OpDefinition<K> {
  return {
    infer: (_spec, inputs) => inferBinary(inputs, NUMBERS, 'bool'),
    gradient: noGradient,
    flops: flopPerOutput,
  };
}

export const comparison: { readonly [K in ComparisonKind]: OpDefinition<K> } = {
  less: comparisonOp(),
  lessEqual: comparisonOp(),
  greater: comparisonOp(),
  greaterEqual: comparisonOp(),
  equal: comparisonOp(),
};

function logicalOp<K extends 'and' | 'or'>(): OpDefinition<K> {
  return {
    infer: (_spec, inputs) => inferBinary(inputs, ['bool']),
    gradient: noGradient,
    flops: noFlops,
  };
}

export const logical: { readonly [K in 'and' | 'or']: OpDefinition<K> } = {
  and: logicalOp(),
  or: logicalOp(),
};

export const not: OpDefinition<'not'> = {
  infer(_spec, inputs) {
    const [x] = expectInputs(inputs, 1);
    expectDType(x, 'bool');
    return [x];
  },
  gradient: noGradient,
  flops: noFlops,
};

/** (condition bool, a, b): all three broadcast. What was not chosen cannot reach the result, not even a NaN. */
export const where: OpDefinition<'where'> = {
  infer(_spec, inputs) {
    const [condition, a, b] = expectInputs(inputs, 3);
    expectDType(condition, 'bool');
    if (a.dtype !== b.dtype) violate(`its branches have the types ${a.dtype} and ${b.dtype}`);
    expectDType(a, 'f32', 'i32');
    return [{ dtype: a.dtype, shape: broadcastShapes(condition.shape, a.shape, b.shape) }];
  },
  gradient(context: GradientContext<unknown>): InputGradients {
    const { g, inputs, outputs, cotangents, needs } = context;
    const [condition, a, b] = inputs;
    const [y] = outputs;
    const [dy] = cotangents;
    if (!condition || !a || !b || !y || !dy) return noGradient(context);
    return [
      undefined,
      needs[1] ? reduceTo(g, g.where(condition, dy, 0), y.shape, a.shape) : undefined,
      needs[2] ? reduceTo(g, g.where(condition, 0, dy), y.shape, b.shape) : undefined,
    ];
  },
  flops: noFlops,
};
