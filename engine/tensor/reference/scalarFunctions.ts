import type { DType, OpKind } from '../ir.ts';
import { erf } from './erf.ts';

type UnaryName = Extract<
  OpKind,
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
  | 'not'
>;

const unary: { readonly [K in UnaryName]: (x: number) => number } = {
  neg: (x) => -x,
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  rsqrt: (x) => 1 / Math.sqrt(x),
  square: (x) => x * x,
  abs: Math.abs,
  sign: Math.sign,
  tanh: Math.tanh,
  erf,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  relu: (x) => Math.max(x, 0),
  gelu: (x) => (x * (1 + erf(x * Math.SQRT1_2))) / 2,
  not: (x) => Number(x === 0),
};

export function unaryFunction(kind: UnaryName): (x: number) => number {
  return unary[kind];
}

type BinaryName = Extract<
  OpKind,
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'maximum'
  | 'minimum'
  | 'mod'
  | 'less'
  | 'lessEqual'
  | 'greater'
  | 'greaterEqual'
  | 'equal'
  | 'and'
  | 'or'
>;

const binary: { readonly [K in BinaryName]: (a: number, b: number) => number } = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  maximum: Math.max,
  minimum: Math.min,
  mod: (a, b) => ((a % b) + b) % b,
  less: (a, b) => Number(a < b),
  lessEqual: (a, b) => Number(a <= b),
  greater: (a, b) => Number(a > b),
  greaterEqual: (a, b) => Number(a >= b),
  equal: (a, b) => Number(a === b),
  and: (a, b) => Number(a !== 0 && b !== 0),
  or: (a, b) => Number(a !== 0 || b !== 0),
};

export function binaryFunction(kind: BinaryName, dtype: DType): (a: number, b: number) => number {
  if (dtype !== 'i32') return binary[kind];
  if (kind === 'mul') return Math.imul;
  return (a, b) => binary[kind](a, b) | 0;
}
