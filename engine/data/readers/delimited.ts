import { counted, t } from '../../core/text.ts';
import type { RowProblem, TableFormat } from '../types.ts';
import { guessHeader } from './guessHeader.ts';
import { plainRecords, quotedRecords, type Records } from './quotedRecords.ts';
import { columnNames, numberedColumns, type RawTable } from './rawTable.ts';

/** The most frequent number of cells of a record. */
export function usualWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const record of records) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  let best = 0;
  let bestCount = 0;
  for (const [width, count] of counts) {
    if (count > bestCount) {
      best = width;
      bestCount = count;
    }
  }
  return best;
}

function misfits(records: Records): number {
  const width = usualWidth(records.records);
  return records.problems.length + records.records.filter((record) => record.length !== width).length;
}

const wrapped = (cell: string) => cell.length >= 2 && cell.startsWith('"') && cell.endsWith('"');

/** Whether some column of a tab-separated file is quoted throughout, as a spreadsheet writes it. */
function quotedThroughout(records: readonly (readonly string[])[]): boolean {
  const sample = records.slice(0, 1000);
  for (let column = 0; column < usualWidth(sample); column++) {
    if (sample.every((record) => wrapped(record[column] ?? ''))) return true;
  }
  return false;
}

/**
 * Tab-separated text seldom quotes, and a message that begins with a quotation mark must not swallow the rows
 * after it: marks are ordinary characters unless a whole column is quoted or the rows only fit when they count.
 */
function tabRecords(text: string, path: string): Records {
  const plain = plainRecords(text, '\t');
  const misfitting = misfits(plain);
  if (misfitting === 0 && !quotedThroughout(plain.records)) return plain;
  const quoted = quotedRecords(text, '\t', path);
  if (quotedThroughout(plain.records)) return misfits(quoted) <= misfitting ? quoted : plain;
  return misfits(quoted) < misfitting ? quoted : plain;
}

/** Cells beyond `width` that are blank are the trace of trailing delimiters. */
function fitted(record: string[], width: number): string[] | null {
  if (record.length === width) return record;
  if (record.length > width && record.slice(width).every((cell) => cell.trim() === '')) {
    return record.slice(0, width);
  }
  return null;
}

/** CSV, TSV and relatives. `header` null: guessed. Rows of another width than the header are problems. */
export function readDelimited(
  text: string,
  options: {
    readonly delimiter: string;
    readonly header: boolean | null;
    readonly encoding: TableFormat['encoding'];
    readonly path: string;
  },
): RawTable {
  const { delimiter, encoding, path } = options;
  const source = delimiter === '\t' ? tabRecords(text, path) : quotedRecords(text, delimiter, path);
  const header = options.header ?? guessHeader(source.records);
  const first = source.records[0] ?? [];
  const width = header ? first.length : usualWidth(source.records);
  const rows: string[][] = [];
  const lines: number[] = [];
  const problems: RowProblem[] = [...source.problems];
  for (let i = header ? 1 : 0; i < source.records.length; i++) {
    const record = source.records[i]!;
    const row = fitted(record, width);
    const line = source.lines[i]!;
    if (row === null) {
      const message = t`The row has ${counted(record.length, '{0} column', '{0} columns')}; ${counted(width, '{0} is expected', '{0} are expected')}.`;
      problems.push({ line, message });
    } else {
      rows.push(row);
      lines.push(line);
    }
  }
  problems.sort((a, b) => a.line - b.line);
  return {
    columns: header ? columnNames(first) : numberedColumns(width),
    rows,
    lines,
    problems,
    format: { kind: delimiter === '\t' ? 'tsv' : 'csv', encoding, delimiter, header },
  };
}
