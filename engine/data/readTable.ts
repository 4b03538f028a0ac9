import { counted, t } from '../core/text.ts';
import { decodeText, startsWith } from './readers/decodeText.ts';
import { readDelimited } from './readers/delimited.ts';
import { detectFormat } from './readers/detectFormat.ts';
import { readJsonLines } from './readers/jsonLines.ts';
import { readLabelSpaceText, readLines, readPlay } from './readers/lineTables.ts';
import { readParquet } from './readers/parquet.ts';
import type { RawTable } from './readers/rawTable.ts';
import { MAX_FILE_BYTES, readFileBytes } from './readers/readFileBytes.ts';
import { unreadable } from './readers/unreadable.ts';
import type { RowProblem, Table, TableFormat } from './types.ts';

export interface ReadOptions {
  /** null: found out by looking at the file. */
  readonly delimiter?: string | null;
  readonly header?: boolean | null;
  /** Leave out rows that cannot be read instead of throwing. */
  readonly skipBadRows?: boolean;
  /** Read the file as this; null: by its name and content. */
  readonly format?: TableFormat['kind'] | null;
  /** The dataset node, for the advice in messages. */
  readonly nodeId?: string;
  /** Bytes; files above it are refused. */
  readonly maxBytes?: number;
}

export interface ReadFile {
  readonly raw: RawTable;
  /** SHA-256 of the file's bytes. */
  readonly sha256: string;
}

const PARQUET = [0x50, 0x41, 0x52, 0x31];

function readText(
  text: string,
  encoding: TableFormat['encoding'],
  path: string,
  options: ReadOptions,
): RawTable {
  const given = options.delimiter ?? null;
  const kind = options.format ?? (given === null ? null : given === ' ' ? 'label-space-text' : 'csv');
  const detected =
    kind === null || ((kind === 'csv' || kind === 'tsv') && given === null)
      ? detectFormat(path, text)
      : { kind, delimiter: given };
  switch (kind ?? detected.kind) {
    case 'jsonl':
      return readJsonLines(text, encoding, path);
    case 'label-space-text':
      return readLabelSpaceText(text, encoding);
    case 'play':
      return readPlay(text, encoding);
    case 'text':
      return readLines(text, encoding);
    case 'parquet':
      throw unreadable(t`"${path}" is not a Parquet file: it does not begin with PAR1.`, path);
    case 'csv':
    case 'tsv':
      return readDelimited(text, {
        delimiter: detected.delimiter ?? (kind === 'tsv' ? '\t' : ','),
        header: options.header ?? null,
        encoding,
        path,
      });
  }
}

/** Rows with characters that are the trace of broken bytes are problems, not examples. */
function withoutDamage(raw: RawTable, lossy: boolean): RawTable {
  const damage = (row: readonly string[]): string | null => {
    if (row.some((cell) => cell.includes('\0'))) return t`The row contains a NUL byte.`;
    if (lossy && row.some((cell) => cell.includes('\ufffd')))
      return t`The row contains bytes that are not UTF-8.`;
    return null;
  };
  const problems: RowProblem[] = [];
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  raw.rows.forEach((row, i) => {
    const message = damage(row);
    const line = raw.lines[i]!;
    if (message !== null) {
      problems.push({ line, message });
      return;
    }
    rows.push(row);
    lines.push(line);
  });
  if (problems.length === 0) return raw;
  return { ...raw, rows, lines, problems: [...raw.problems, ...problems].sort((a, b) => a.line - b.line) };
}

/** Reads whatever the file is; unreadable rows are in `problems` and nothing is decided about them yet. */
export async function readRawTable(path: string, options: ReadOptions = {}): Promise<ReadFile> {
  const { bytes, sha256 } = await readFileBytes(path, options.maxBytes ?? MAX_FILE_BYTES);
  if (startsWith(bytes, PARQUET)) return { raw: await readParquet(bytes, path), sha256 };
  const { text, encoding, lossy } = decodeText(bytes, path);
  return { raw: withoutDamage(readText(text, encoding, path, options), lossy), sha256 };
}

/** Throws for problems the user has not agreed to skip; says how many, where, and how to agree. */
export function refuseProblems(problems: readonly RowProblem[], path: string, options: ReadOptions): void {
  if (problems.length === 0 || options.skipBadRows === true) return;
  const first = problems
    .slice(0, 3)
    .map((problem) => `line ${problem.line}: ${problem.message}`)
    .join(' ');
  throw unreadable(
    t`${counted(problems.length, '{0} row', '{0} rows')} of "${path}" cannot be read; ${first} Correct the file, or leave such rows out with "Skip unreadable rows" (skipBadRows; on the command line --set nodes.${options.nodeId ?? 'ID'}.params.skipBadRows=true).`,
    path,
  );
}

/**
 * A table from CSV, TSV, JSONL, Parquet, `LABEL SPACE TEXT`, a play or plain text. Throws `data-unreadable` when
 * the file cannot be read, has no readable row, or has unreadable rows and `skipBadRows` is not set.
 */
export async function readTable(path: string, options: ReadOptions = {}): Promise<Table> {
  const { raw } = await readRawTable(path, options);
  refuseProblems(raw.problems, path, options);
  if (raw.rows.length === 0) throw unreadable(t`"${path}" has no readable row.`, path);
  const { columns, rows, problems, format } = raw;
  return { columns, rows, problems, format };
}
