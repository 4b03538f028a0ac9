export type Compression = 'none' | '8bit' | 'topk';

/** Numbers that share one scale when each is sent in 8 bits. */
const BLOCK = 256;
/** Share of its numbers that a top-k message carries. */
const TOP_SHARE = 0.05;

export interface Compressed {
  /** What the receiver reads from the message, [P]. */
  readonly values: Float32Array;
  readonly bytes: number;
}

/** How many of `size` numbers a top-k message carries. */
export const topCount = (size: number): number => Math.max(1, Math.ceil(size * TOP_SHARE));

/**
 * A message as its receiver reads it, and what it takes.
 * - none: 4 bytes a number.
 * - 8bit: whole numbers from -127 to 127 times the scale of their block of 256, max |x| / 127 (block-wise absmax
 *   quantisation, Dettmers et al. 2022, arXiv 2110.02861): a byte a number and 4 a block.
 * - topk: the 5 % of largest magnitude (Stich et al. 2018, arXiv 1809.07599), the rest 0: 8 bytes each, place and number.
 */
export function compress(kind: Compression, values: Float32Array): Compressed {
  switch (kind) {
    case 'none':
      return { values, bytes: bytesOf(kind, values.length) };
    case '8bit':
      return { values: eightBit(values), bytes: bytesOf(kind, values.length) };
    case 'topk': {
      const sent = new Float32Array(values.length);
      for (const place of largest(values)) sent[place] = values[place]!;
      return { values: sent, bytes: bytesOf(kind, values.length) };
    }
  }
}

/** What a message of `size` numbers takes. */
export function bytesOf(kind: Compression, size: number): number {
  switch (kind) {
    case 'none':
      return size * 4;
    case '8bit':
      return size + 4 * Math.ceil(size / BLOCK);
    case 'topk':
      return topCount(size) * 8;
  }
}

function eightBit(values: Float32Array): Float32Array {
  const read = new Float32Array(values.length);
  for (let start = 0; start < values.length; start += BLOCK) {
    const end = Math.min(values.length, start + BLOCK);
    let most = 0;
    for (let c = start; c < end; c++) most = Math.max(most, Math.abs(values[c]!));
    if (most === 0) continue;
    const scale = Math.fround(most / 127);
    for (let c = start; c < end; c++) read[c] = Math.round(values[c]! / scale) * scale;
  }
  return read;
}

/** Places of the 5 % of numbers of largest magnitude, ascending; of equal ones the first. */
export function largest(values: Float32Array): Int32Array {
  const count = topCount(values.length);
  const magnitudes = values.map(Math.abs).sort();
  const least = magnitudes[values.length - count] ?? 0;
  const places = new Int32Array(count);
  let equal = count; // room for those exactly at the threshold
  for (let c = values.length - count; c < values.length; c++) if (magnitudes[c]! > least) equal -= 1;
  let found = 0;
  for (let c = 0; c < values.length && found < count; c++) {
    const size = Math.abs(values[c]!);
    if (size < least || (size === least && equal === 0)) continue;
    if (size === least) equal -= 1;
    places[found] = c;
    found += 1;
  }
  return places.subarray(0, found);
}
