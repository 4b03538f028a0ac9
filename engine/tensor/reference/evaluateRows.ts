import { ShuuraiError } from '../../core/errors.ts';
import type { OpKind, OpSpec, ValueInfo } from '../ir.ts';
import { sizeOf } from '../shape.ts';
import type { RefArray } from './array.ts';

type RowSpec =
  | Extract<
      OpSpec,
      {
        readonly kind: OpKind &
          ('layerNorm' | 'gather' | 'scatterAdd' | 'scatterRows' | 'takeAlong' | 'oneHot' | 'argMax');
      }
    >
  | { readonly kind: 'softmax' | 'logSoftmax' };

/** The operations that work row by row along the last axis, or move whole rows by their numbers. */
export function evaluateRows(
  spec: RowSpec,
  inputs: readonly RefArray[],
  infos: readonly ValueInfo[],
): RefArray[] {
  const [x, y, z] = inputs as readonly [RefArray, RefArray, RefArray];
  const info = infos[0]!;
  const out = new Float64Array(sizeOf(info.shape));
  switch (spec.kind) {
    case 'softmax':
    case 'logSoftmax':
      eachRow(x, (row, start) => {
        const max = row.reduce((a, b) => Math.max(a, b), -Infinity);
        const logSum = Math.log(row.reduce((sum, v) => sum + Math.exp(v - max), 0));
        const logs = row.map((v) => v - max - logSum);
        out.set(spec.kind === 'softmax' ? logs.map(Math.exp) : logs, start);
      });
      return [{ ...info, data: out }];
    case 'layerNorm': {
      const invStd = new Float64Array(sizeOf(infos[1]!.shape));
      eachRow(x, (row, start) => {
        const mean = row.reduce((a, b) => a + b, 0) / row.length;
        const variance = row.reduce((sum, v) => sum + (v - mean) ** 2, 0) / row.length;
        const scale = 1 / Math.sqrt(variance + spec.epsilon);
        invStd[start / row.length] = scale;
        out.set(
          row.map((v) => (v - mean) * scale),
          start,
        );
      });
      return [
        { ...info, data: out },
        { ...infos[1]!, data: invStd },
      ];
    }
    case 'argMax':
      eachRow(x, (row, start) => {
        let best = 0;
        row.forEach((v, i) => {
          if (v > row[best]!) best = i;
        });
        out[start / row.length] = best;
      });
      return [{ ...info, data: out }];
    case 'gather': {
      const [batches, rows, width] = tableSizes(x.shape, spec.batchDims);
      const perBatch = y.data.length / batches;
      y.data.forEach((id, i) => {
        const from = (Math.floor(i / perBatch) * rows + within(id, rows, spec.kind)) * width;
        out.set(x.data.subarray(from, from + width), i * width);
      });
      return [{ ...info, data: out }];
    }
    case 'scatterAdd': {
      const [batches, rows, width] = tableSizes(info.shape, spec.batchDims);
      const perBatch = x.data.length / batches;
      x.data.forEach((id, i) => {
        const to = (Math.floor(i / perBatch) * rows + within(id, rows, spec.kind)) * width;
        for (let d = 0; d < width; d++) out[to + d]! += y.data[i * width + d]!;
      });
      return [{ ...info, data: out }];
    }
    case 'scatterRows': {
      const [batches, rows, width] = tableSizes(x.shape, 1);
      const perBatch = y.data.length / batches;
      out.set(x.data);
      y.data.forEach((id, i) => {
        const to = (Math.floor(i / perBatch) * rows + within(id, rows, spec.kind)) * width;
        out.set(z.data.subarray(i * width, (i + 1) * width), to);
      });
      return [{ ...info, data: out }];
    }
    case 'takeAlong': {
      const width = x.shape.at(-1) ?? 1;
      y.data.forEach((id, i) => {
        out[i] = x.data[i * width + within(id, width, spec.kind)]!;
      });
      return [{ ...info, data: out }];
    }
    case 'oneHot':
      x.data.forEach((id, i) => {
        out[i * spec.depth + within(id, spec.depth, spec.kind)] = 1;
      });
      return [{ ...info, data: out }];
  }
}

function eachRow(x: RefArray, visit: (row: Float64Array, start: number) => void): void {
  const width = x.shape.at(-1) ?? 1;
  for (let start = 0; start < x.data.length; start += width)
    visit(x.data.subarray(start, start + width), start);
}

function tableSizes(shape: readonly number[], batchDims: 0 | 1): readonly [number, number, number] {
  const batches = sizeOf(shape.slice(0, batchDims));
  return [batches, shape[batchDims] ?? 1, sizeOf(shape.slice(batchDims + 1))];
}

function within(id: number, rows: number, kind: OpKind): number {
  if (id >= 0 && id < rows) return id;
  throw new ShuuraiError('internal', `${kind} was given the id ${id}, outside 0 .. ${rows - 1}.`);
}
