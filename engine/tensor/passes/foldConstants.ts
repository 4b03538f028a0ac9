import type { DType, Program, TensorData } from '../ir.ts';
import type { RefArray } from '../reference/array.ts';
import { evaluateOp } from '../reference/evaluateOp.ts';
import { definitionOf } from '../registry.ts';
import { sizeOf } from '../shape.ts';
import { constantOf } from './constants.ts';
import { rewrite } from './rewrite.ts';

/** Larger results stay operations: a constant of a million elements costs more to keep than to make. */
const LARGEST = 1 << 18;

/** Computes operations on constants now, in float64, rounded once. */
export function foldConstants(program: Program): Program {
  return rewrite(program, (g, op, inputs) => {
    if (op.spec.kind === 'constant') return null;
    const constants = inputs.map((input) => constantOf(g, input));
    const arrays = constants.flatMap((constant): RefArray[] =>
      constant
        ? [{ dtype: constant.dtype, shape: constant.shape, data: Float64Array.from(constant.data) }]
        : [],
    );
    if (arrays.length === 0 || arrays.length < inputs.length) return null;
    const infos = definitionOf(op.spec).infer(op.spec, inputs);
    if (infos.some((info) => sizeOf(info.shape) > LARGEST)) return null;
    return evaluateOp(op.spec, arrays).map(({ dtype, shape, data }) =>
      g.constant(typed(dtype, data), shape, dtype),
    );
  });
}

function typed(dtype: DType, data: Float64Array): TensorData {
  if (dtype === 'f32') return Float32Array.from(data);
  return dtype === 'i32' ? Int32Array.from(data) : Uint8Array.from(data);
}
