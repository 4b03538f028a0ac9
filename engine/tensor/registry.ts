import type { OpDefinition } from './definition.ts';
import type { OpKind, OpSpec } from './ir.ts';
import { binary, comparison, logical, not, unary, where } from './ops/elementwise.ts';
import { gather, oneHot, scatterAdd, scatterRows, takeAlong } from './ops/index.ts';
import { broadcast, cast, concat, constant, reshape, slice, stopGradient, transpose } from './ops/layout.ts';
import { matmul } from './ops/matmul.ts';
import { layerNorm, logSoftmax, softmax } from './ops/normalise.ts';
import { argMax, reduceMax, reduceMean, reduceSum } from './ops/reduce.ts';

/** Every kind of operation and its rules; the type makes it an error to leave one out. */
const definitions: { readonly [K in OpKind]: OpDefinition<K> } = {
  constant,
  matmul,
  ...binary,
  ...unary,
  ...comparison,
  ...logical,
  not,
  where,
  reduceSum,
  reduceMean,
  reduceMax,
  argMax,
  softmax,
  logSoftmax,
  layerNorm,
  gather,
  scatterAdd,
  scatterRows,
  takeAlong,
  oneHot,
  transpose,
  reshape,
  slice,
  concat,
  broadcast,
  cast,
  stopGradient,
};

export function definitionOf(spec: OpSpec): OpDefinition<OpKind> {
  // OpDefinition's members are methods, so a definition of one kind stands for the union; `spec` itself chose it.
  return definitions[spec.kind];
}
