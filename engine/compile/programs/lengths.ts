import type { DataShape } from '../compiled.ts';

/** Eighths of the context that get a program of their own. */
const EIGHTHS = [1, 2, 3, 4, 6];
/** Lengths are multiples of this, so that the rows of every matrix product fill whole vector registers. */
const STEP = 8;

/**
 * The numbers of positions there are programs for, ascending; the last is the context. At most six: for a context of 64
 * they are 8, 16, 24, 32, 48 and 64, so that a batch of short texts is not computed at full length.
 */
export function bucketLengths(context: number): readonly number[] {
  const lengths = EIGHTHS.map((eighth) => Math.ceil((context * eighth) / 8 / STEP) * STEP);
  return [...new Set([...lengths.filter((length) => length < context), context])].sort((a, b) => a - b);
}

/** Tokens of a row that a language model only predicts and does not read: the last. */
const unread = (data: DataShape): number => (data.task === 'language-modelling' ? 1 : 0);

/** The padded row lengths there are programs for, ascending; the last is the data's context. */
export function rowLengths(data: DataShape): readonly number[] {
  return bucketLengths(data.context - unread(data)).map((positions) => positions + unread(data));
}

/** Positions that a fish computes for rows padded to `length`. */
export function positionsOf(data: DataShape, length: number): number {
  return length - unread(data);
}
