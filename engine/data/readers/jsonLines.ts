import { t } from '../../core/text.ts';
import type { RowProblem, TableFormat } from '../types.ts';
import { columnNames, type RawTable } from './rawTable.ts';
import { unreadable } from './unreadable.ts';

const MAX_COLUMNS = 1000;

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One JSON object a line, or one array of objects. Columns are the keys in the order they first appear. */
export function readJsonLines(text: string, encoding: TableFormat['encoding'], path: string): RawTable {
  const objects: Record<string, unknown>[] = [];
  const lines: number[] = [];
  const problems: RowProblem[] = [];
  const add = (value: unknown, line: number) => {
    if (isObject(value)) {
      objects.push(value);
      lines.push(line);
    } else {
      problems.push({
        line,
        message: value === undefined ? t`The line is not JSON.` : t`The line is not an object.`,
      });
    }
  };
  const whole = text.trimStart().startsWith('[') ? parseJson(text) : undefined;
  if (Array.isArray(whole)) {
    whole.forEach((value, i) => {
      add(value, i + 1);
    });
  } else {
    text.split('\n').forEach((line, i) => {
      if (line.trim() !== '') add(parseJson(line), i + 1);
    });
  }
  // A Map and arrays, never an object keyed by names from the file: "__proto__" is a name like any other.
  const positions = new Map<string, number>();
  for (const object of objects) {
    for (const key of Object.keys(object)) {
      if (!positions.has(key)) positions.set(key, positions.size);
    }
    if (positions.size > MAX_COLUMNS) {
      throw unreadable(
        t`"${path}" has more than ${MAX_COLUMNS} different keys; it cannot be read as a table.`,
        path,
      );
    }
  }
  const rows = objects.map((object) => {
    const row = new Array<string>(positions.size).fill('');
    for (const [key, value] of Object.entries(object)) row[positions.get(key)!] = cell(value);
    return row;
  });
  const columns = columnNames([...positions.keys()]);
  return {
    columns,
    rows,
    lines,
    problems,
    format: { kind: 'jsonl', encoding, delimiter: null, header: true },
  };
}
