import { t } from '../core/text.ts';
import { isLabelName, isTextName } from './readers/guessHeader.ts';
import { listOf, unreadableAs } from './readers/unreadable.ts';

const SAMPLE = 5000;

/** The columns of a table that matter here. */
export interface Columns {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface ColumnFacts {
  readonly index: number;
  readonly name: string;
  readonly meanLength: number;
  readonly distinct: number;
  readonly numeric: boolean;
}

function factsOf(table: Columns): ColumnFacts[] {
  const rows = table.rows.slice(0, SAMPLE);
  return table.columns.map((name, index) => {
    const values = new Set<string>();
    let length = 0;
    let numeric = rows.length > 0;
    for (const row of rows) {
      const cell = row[index]!.trim();
      values.add(cell);
      length += cell.length;
      if (numeric && (cell === '' || !Number.isFinite(Number(cell)))) numeric = false;
    }
    return { index, name, meanLength: length / Math.max(1, rows.length), distinct: values.size, numeric };
  });
}

const longest = (a: ColumnFacts, b: ColumnFacts) => b.meanLength - a.meanLength || a.index - b.index;

/**
 * Which columns look like text and label: known names first, else the longest column that is no number, and the
 * column with the fewest values (2 or more, and few for the number of rows). null where nothing fits.
 */
export function guessColumns(table: Columns): { text: number | null; label: number | null } {
  const facts = factsOf(table);
  const sampled = Math.min(table.rows.length, SAMPLE);
  const named = facts.filter((column) => isTextName(column.name)).sort(longest);
  const text =
    named[0] ?? facts.filter((column) => !column.numeric && column.meanLength > 0).sort(longest)[0];
  const others = facts.filter((column) => column !== text);
  const few = (column: ColumnFacts) =>
    column.distinct >= 2 && column.distinct <= Math.max(2, Math.min(1000, sampled / 3));
  const label =
    others.find((column) => isLabelName(column.name)) ??
    others.filter(few).sort((a, b) => a.distinct - b.distinct || a.index - b.index)[0];
  return { text: text?.index ?? null, label: label?.index ?? null };
}

/**
 * Columns meant by a name, a number from 0, or several of either joined by "+" (their texts are joined by a
 * blank). Throws `data-unreadable` naming the columns there are.
 */
export function pickColumns(
  table: Columns,
  wanted: string | number,
  role: 'text' | 'label',
  path: string,
): readonly number[] {
  const single = (name: string): number => {
    const index = table.columns.indexOf(name);
    if (index !== -1) return index;
    const number = /^\d+$/.test(name) ? Number(name) : -1;
    return number < table.columns.length ? number : -1;
  };
  const text = String(wanted).trim();
  const whole = single(text);
  const found =
    whole === -1 && text.includes('+') ? text.split('+').map((part) => single(part.trim())) : [whole];
  if (found.includes(-1)) {
    throw unreadableAs(
      role === 'text' ? 'textColumn' : 'labelColumn',
      t`"${path}" has no column ${listOf([text])} for the ${role}. Its columns are ${listOf(table.columns)}, numbered from 0.`,
      path,
    );
  }
  return found;
}
