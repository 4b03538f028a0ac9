import type { EncodedExamples } from '#engine/data/types.ts';

export interface PackedRows {
  /** [rows, length] */
  readonly tokens: Int32Array;
  /** [rows], each from 1 to `length`. */
  readonly lengths: Int32Array;
}

/** The first `length` tokens of the rows; longer texts are cut. */
export function packRows(examples: EncodedExamples, rows: Int32Array, length: number): PackedRows {
  const { context } = examples;
  const used = Math.min(length, context);
  const tokens = new Int32Array(rows.length * length);
  const lengths = new Int32Array(rows.length);
  rows.forEach((row, i) => {
    tokens.set(examples.tokens.subarray(row * context, row * context + used), i * length);
    lengths[i] = Math.max(1, Math.min(examples.lengths[row] ?? 1, length));
  });
  return { tokens, lengths };
}

/** Columns [start, end) of a row-major matrix with rows of `length`. */
export function columns(matrix: Int32Array, length: number, start: number, end: number): Int32Array {
  const size = end - start;
  const cut = new Int32Array((matrix.length / length) * size);
  for (let from = start, to = 0; to < cut.length; from += length, to += size) {
    cut.set(matrix.subarray(from, from + size), to);
  }
  return cut;
}
