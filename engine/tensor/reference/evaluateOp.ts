import { ShuuraiError } from '../../core/errors.ts';
import type { OpSpec, ValueInfo } from '../ir.ts';
import { matmulSizes } from '../ops/matmul.ts';
import { definitionOf } from '../registry.ts';
import { normaliseAxes, sizeOf, stridesOf } from '../shape.ts';
import { broadcastIndex, type RefArray, refArray, remap } from './array.ts';
import { evaluateRows } from './evaluateRows.ts';
import { binaryFunction, unaryFunction } from './scalarFunctions.ts';

/** One operation by plain loops in float64; i32 wraps as 32-bit integers do. */
export function evaluateOp(spec: OpSpec, inputs: readonly RefArray[]): RefArray[] {
  const infos = definitionOf(spec).infer(spec, inputs);
  const info = infos[0]!;
  const input = (i: number): RefArray => {
    const found = inputs[i];
    if (!found) throw new ShuuraiError('internal', `${spec.kind} lacks its input ${i}.`);
    return found;
  };
  switch (spec.kind) {
    case 'constant':
      return [{ ...info, data: Float64Array.from(spec.data) }];
    case 'matmul':
      return [matmul(spec, input(0), input(1), info)];
    case 'where': {
      const [c, a, b] = [reader(input(0), info), reader(input(1), info), reader(input(2), info)];
      return [elements(info, (i) => (c(i) !== 0 ? a(i) : b(i)))];
    }
    case 'reduceSum':
    case 'reduceMean':
    case 'reduceMax':
      return [reduce(spec.kind, spec.axes, input(0), info)];
    case 'softmax':
    case 'logSoftmax':
    case 'layerNorm':
    case 'argMax':
    case 'gather':
    case 'scatterAdd':
    case 'scatterRows':
    case 'takeAlong':
    case 'oneHot':
      return evaluateRows(spec, inputs, infos);
    case 'transpose': {
      const x = input(0);
      const strides = stridesOf(x.shape);
      const place = remap(
        info.shape,
        spec.perm.map((axis) => strides[axis]!),
      );
      return [elements(info, (i) => x.data[place(i)]!)];
    }
    case 'slice': {
      const x = input(0);
      const strides = stridesOf(x.shape);
      const offset = strides.reduce((sum, stride, axis) => sum + stride * spec.starts[axis]!, 0);
      const place = remap(info.shape, strides, offset);
      return [elements(info, (i) => x.data[place(i)]!)];
    }
    case 'concat':
      return [concat(spec.axis, inputs, info)];
    case 'reshape':
    case 'stopGradient':
      return [{ ...info, data: input(0).data }];
    case 'broadcast': {
      const x = reader(input(0), info);
      return [elements(info, x)];
    }
    case 'cast': {
      const x = input(0);
      const convert = {
        f32: (v: number) => v,
        i32: (v: number) => Math.trunc(v) | 0,
        bool: (v: number) => Number(v !== 0),
      };
      return [elements(info, (i) => convert[spec.to](x.data[i]!))];
    }
    case 'add':
    case 'sub':
    case 'mul':
    case 'div':
    case 'maximum':
    case 'minimum':
    case 'mod':
    case 'less':
    case 'lessEqual':
    case 'greater':
    case 'greaterEqual':
    case 'equal':
    case 'and':
    case 'or': {
      const f = binaryFunction(spec.kind, input(0).dtype);
      const [a, b] = [reader(input(0), info), reader(input(1), info)];
      return [elements(info, (i) => f(a(i), b(i)))];
    }
    default: {
      const f = unaryFunction(spec.kind);
      const x = input(0);
      return [elements(info, (i) => f(x.data[i]!))];
    }
  }
}

function elements(info: ValueInfo, value: (index: number) => number): RefArray {
  return refArray(info.dtype, info.shape, value);
}

function reader(x: RefArray, info: ValueInfo): (index: number) => number {
  const place = broadcastIndex(x.shape, info.shape);
  return (i) => x.data[place(i)]!;
}

function matmul(
  spec: { readonly transA: boolean; readonly transB: boolean; readonly alpha: number },
  a: RefArray,
  b: RefArray,
  info: ValueInfo,
): RefArray {
  const { batch, rows, inner, columns } = matmulSizes(spec, a.shape, b.shape);
  const [batchA, batchB] = [
    broadcastIndex(a.shape.slice(0, -2), batch),
    broadcastIndex(b.shape.slice(0, -2), batch),
  ];
  const [rowA, innerA] = spec.transA ? [1, rows] : [inner, 1];
  const [innerB, columnB] = spec.transB ? [1, inner] : [columns, 1];
  const data = new Float64Array(sizeOf(info.shape));
  for (let n = 0; n < sizeOf(batch); n++) {
    const startA = batchA(n) * rows * inner;
    const startB = batchB(n) * inner * columns;
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        let sum = 0;
        for (let k = 0; k < inner; k++) {
          sum += a.data[startA + i * rowA + k * innerA]! * b.data[startB + k * innerB + j * columnB]!;
        }
        data[(n * rows + i) * columns + j] = spec.alpha * sum;
      }
    }
  }
  return { ...info, data };
}

function reduce(
  kind: 'reduceSum' | 'reduceMean' | 'reduceMax',
  axes: readonly number[],
  x: RefArray,
  info: ValueInfo,
): RefArray {
  const reduced = normaliseAxes(axes, x.shape.length);
  const kept = x.shape.map((size, axis) => (reduced.includes(axis) ? 1 : size));
  const place = remap(
    x.shape,
    stridesOf(kept).map((stride, axis) => (reduced.includes(axis) ? 0 : stride)),
  );
  const isMax = kind === 'reduceMax';
  const data = new Float64Array(sizeOf(info.shape)).fill(isMax ? -Infinity : 0);
  for (let i = 0; i < x.data.length; i++) {
    const at = place(i);
    data[at] = isMax ? Math.max(data[at]!, x.data[i]!) : data[at]! + x.data[i]!;
  }
  const count = x.data.length / data.length;
  return { ...info, data: kind === 'reduceMean' ? data.map((sum) => sum / count) : data };
}

function concat(axis: number, inputs: readonly RefArray[], info: ValueInfo): RefArray {
  const data = new Float64Array(sizeOf(info.shape));
  const strides = stridesOf(info.shape);
  let start = 0;
  for (const x of inputs) {
    const place = remap(x.shape, strides, start * strides[axis]!);
    for (let i = 0; i < x.data.length; i++) data[place(i)] = x.data[i]!;
    start += x.shape[axis]!;
  }
  return { ...info, data };
}
