import type { NodeId } from '../core/brand.ts';
import { encodeClassified, examplesOf, tokenStream, windowsOf } from './encodeRows.ts';
import { concatRows, type Rows } from './rows.ts';
import type { EncodedExamples, Tokenizer } from './types.ts';

/** Rows of one dataset node. */
export interface Part {
  readonly nodeId: NodeId;
  readonly rows: Rows;
  readonly groupColumn: string | null;
}

function rangesOf(parts: readonly Part[], sizes: readonly number[]): Map<NodeId, readonly [number, number]> {
  const ranges = new Map<NodeId, readonly [number, number]>();
  let start = 0;
  parts.forEach((part, i) => {
    ranges.set(part.nodeId, [start, start + sizes[i]!]);
    start += sizes[i]!;
  });
  return ranges;
}

/** One encoded row a text. Every label must be in `labels`; that of public text is none, and counts as the first. */
export function encodeClassification(
  parts: readonly Part[],
  labels: readonly string[],
  tokenizer: Tokenizer,
  context: number,
): { examples: EncodedExamples; cut: number } {
  const rows = concatRows(parts.map((part) => part.rows));
  const encoded = encodeClassified(tokenizer, rows.texts, context);
  const indices = new Map(labels.map((label, i) => [label, i]));
  const examples = examplesOf(encoded, context, {
    labels: Int32Array.from(rows.labels, (label) => indices.get(label) ?? 0),
    text: (i) => rows.texts[i]!,
    columns: rows.columns,
    ranges: rangesOf(
      parts,
      parts.map((part) => part.rows.texts.length),
    ),
  });
  return { examples, cut: encoded.cut };
}

/** Documents by the value of the group column, in order of first appearance. */
function groupsOf(part: Part): Map<string, string[]> {
  const values = part.groupColumn === null ? undefined : part.rows.columns.get(part.groupColumn);
  const groups = new Map<string, string[]>();
  part.rows.texts.forEach((text, i) => {
    const value = values?.[i] ?? '';
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [text]);
    else group.push(text);
  });
  return groups;
}

/** Windows of `columns` tokens (model context + 1) with stride `columns - 1`; see `windowsOf`. */
export function encodeLanguage(
  parts: readonly Part[],
  tokenizer: Tokenizer,
  columns: number,
): EncodedExamples {
  const streams: Int32Array[] = [];
  const values: { name: string | null; value: string; windows: number }[] = [];
  const sizes: number[] = [];
  for (const part of parts) {
    let size = 0;
    for (const [value, documents] of groupsOf(part)) {
      const stream = tokenStream(tokenizer, documents);
      const windows = Math.ceil((stream.length - 1) / (columns - 1));
      streams.push(stream);
      values.push({ name: part.groupColumn, value, windows });
      size += windows;
    }
    sizes.push(size);
  }
  const names = new Set(values.flatMap(({ name }) => (name === null ? [] : [name])));
  const grouped = new Map<string, string[]>();
  for (const column of names) {
    grouped.set(
      column,
      values.flatMap(({ name, value, windows }) =>
        new Array<string>(windows).fill(name === column ? value : ''),
      ),
    );
  }
  const rows = windowsOf(streams, columns);
  return examplesOf(rows, columns, {
    labels: new Int32Array(rows.size),
    text: (i) => tokenizer.decode([...rows.tokens.subarray(i * columns, i * columns + rows.lengths[i]!)]),
    columns: grouped,
    ranges: rangesOf(parts, sizes),
  });
}
