import type { NodeId } from '../core/brand.ts';
import { counted, t } from '../core/text.ts';
import { unreadable } from './readers/unreadable.ts';
import { BEGIN, END } from './tokenizers/vocabulary.ts';
import type { EncodedExamples, Tokenizer } from './types.ts';

/** Tokens held in memory at most: 1.6 GB. */
const MAX_TOKENS = 400_000_000;

export interface TokenRows {
  readonly size: number;
  /** [size, context], row-major, padded with 0. */
  readonly tokens: Int32Array;
  /** [size], at least 1. */
  readonly lengths: Int32Array;
  /** Rows that were longer than the context. */
  readonly cut: number;
}

function allocate(size: number, context: number): Int32Array {
  if (size * context > MAX_TOKENS) {
    throw unreadable(
      t`${counted(size, '{0} row', '{0} rows')} of ${context} tokens are more than the ${counted(MAX_TOKENS, '{0} token', '{0} tokens')} that fit in memory. Limit the rows (maxRows) or the context.`,
    );
  }
  return new Int32Array(size * context);
}

/** `<bos>` and the text's first tokens, one row a text. */
export function encodeClassified(tokenizer: Tokenizer, texts: readonly string[], context: number): TokenRows {
  const tokens = allocate(texts.length, context);
  const lengths = new Int32Array(texts.length);
  let cut = 0;
  texts.forEach((text, row) => {
    const ids = tokenizer.encode(text);
    const used = Math.min(ids.length, context - 1);
    if (used < ids.length) cut += 1;
    const start = row * context;
    tokens[start] = BEGIN;
    for (let i = 0; i < used; i++) tokens[start + 1 + i] = ids[i]!;
    lengths[row] = used + 1;
  });
  return { size: texts.length, tokens, lengths, cut };
}

/** `<bos>` text `<eos>` for each document, one after the other. */
export function tokenStream(tokenizer: Tokenizer, documents: readonly string[]): Int32Array {
  const encoded = documents.map((text) => tokenizer.encode(text));
  const stream = new Int32Array(encoded.reduce((sum, ids) => sum + ids.length + 2, 0));
  let at = 0;
  for (const ids of encoded) {
    stream[at] = BEGIN;
    stream.set(ids, at + 1);
    stream[at + 1 + ids.length] = END;
    at += ids.length + 2;
  }
  return stream;
}

/**
 * Windows of `columns` tokens with stride `columns - 1`: the last token of one is the first of the next, so that
 * every token but a stream's first is predicted exactly once. A window never spans two streams.
 */
export function windowsOf(streams: readonly Int32Array[], columns: number): TokenRows {
  const stride = columns - 1;
  const counts = streams.map((stream) => Math.ceil((stream.length - 1) / stride));
  const size = counts.reduce((a, b) => a + b, 0);
  const tokens = allocate(size, columns);
  const lengths = new Int32Array(size);
  let row = 0;
  streams.forEach((stream, s) => {
    for (let w = 0; w < counts[s]!; w++) {
      const window = stream.subarray(w * stride, w * stride + columns);
      tokens.set(window, row * columns);
      lengths[row] = window.length;
      row += 1;
    }
  });
  return { size, tokens, lengths, cut: 0 };
}

export function examplesOf(
  rows: TokenRows,
  context: number,
  more: {
    readonly labels: Int32Array;
    readonly text: (i: number) => string;
    readonly columns: ReadonlyMap<string, readonly string[]>;
    readonly ranges: ReadonlyMap<NodeId, readonly [number, number]>;
  },
): EncodedExamples {
  return {
    size: rows.size,
    context,
    tokens: rows.tokens,
    lengths: rows.lengths,
    labels: more.labels,
    text: more.text,
    column: (name) => more.columns.get(name) ?? null,
    ranges: more.ranges,
  };
}
