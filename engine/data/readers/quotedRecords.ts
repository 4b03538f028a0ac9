import Papa from 'papaparse';
import { counted, t } from '../../core/text.ts';
import type { RowProblem } from '../types.ts';
import { unreadable } from './unreadable.ts';

export interface Records {
  readonly records: string[][];
  /** Line each record begins at, from 1. */
  readonly lines: number[];
  readonly problems: RowProblem[];
}

/** Parsing begins again after a broken record; a file that makes us read it this often over is given up. */
const MAX_REREADS = 20;

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function isBlank(record: readonly string[]): boolean {
  return record.every((cell) => cell.trim() === '');
}

/**
 * CSV records (RFC 4180). A quote that is never closed would swallow all rows up to the next quote: such a record
 * is reported as a problem of its first line, and reading goes on at the line after it.
 */
export function quotedRecords(text: string, delimiter: string, path: string): Records {
  const records: string[][] = [];
  const lines: number[] = [];
  const problems: RowProblem[] = [];
  let start = 0;
  let line = 1;
  let reread = 0;
  let width = 0;

  /** Parses from `start` until the end or a broken record; true if there is more to read. */
  const parseOn = (): boolean => {
    const base = start;
    let broken = false;
    Papa.parse<string[]>(base === 0 ? text : text.slice(base), {
      delimiter,
      newline: '\n',
      step: (result, parser) => {
        const record = result.data;
        const end = base + result.meta.cursor;
        const height = countLines(text, start, end);
        const badQuotes = result.errors.some((error) => error.type === 'Quotes');
        if (badQuotes || (height > 1 && width > 1 && record.length !== width)) {
          problems.push({
            line,
            message: t`A quotation mark is not closed, or text follows the closing one.`,
          });
          reread += end - start;
          const next = text.indexOf('\n', start);
          start = next === -1 ? text.length : next + 1;
          line += 1;
          broken = true;
          parser.abort();
          return;
        }
        if (!isBlank(record)) {
          if (width === 0) width = record.length;
          records.push(record);
          lines.push(line);
        }
        line += height;
        start = end;
      },
    });
    return broken && start < text.length;
  };

  while (parseOn()) {
    if (reread > MAX_REREADS * text.length + 1_000_000) {
      throw unreadable(
        t`The quotation marks of "${path}" are broken in ${counted(problems.length, '{0} row', '{0} rows')} or more, first at line ${problems[0]?.line ?? 1}. Check the delimiter, or save the table again with each quotation mark inside a cell doubled.`,
        path,
      );
    }
  }
  return { records, lines, problems };
}

/** Records whose quotation marks are ordinary characters: one a line. */
export function plainRecords(text: string, delimiter: string): Records {
  const records: string[][] = [];
  const lines: number[] = [];
  text.split('\n').forEach((row, i) => {
    const record = row.split(delimiter);
    if (isBlank(record)) return;
    records.push(record);
    lines.push(i + 1);
  });
  return { records, lines, problems: [] };
}
