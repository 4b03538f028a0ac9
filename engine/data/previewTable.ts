import { guessColumns } from './columns.ts';
import { compareLabels } from './labels.ts';
import { type ReadOptions, readRawTable } from './readTable.ts';
import type { TablePreview } from './types.ts';

const MAX_LABELS = 200;
const MAX_PROBLEMS = 50;
/** Characters of a cell that travel to the screen. */
const MAX_CELL = 2000;

export interface PreviewOptions extends ReadOptions {
  readonly maxRows?: number;
}

/**
 * What the import dialogue shows: the first rows, guesses of the text and label columns, and how often each label
 * occurs in the whole file. Unreadable rows are listed, not thrown; an unreadable file throws `data-unreadable`.
 */
export async function previewTable(path: string, options: PreviewOptions = {}): Promise<TablePreview> {
  const { raw } = await readRawTable(path, options);
  const guess = guessColumns(raw);
  const counts = new Map<string, number>();
  if (guess.label !== null) {
    for (const row of raw.rows) {
      const label = row[guess.label]!.trim();
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  }
  const labels = [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => compareLabels(a.label, b.label))
    .slice(0, MAX_LABELS);
  const name = (index: number | null) => (index === null ? null : raw.columns[index]!);
  return {
    format: raw.format,
    columns: raw.columns,
    rows: raw.rows.slice(0, options.maxRows ?? 50).map((row) => row.map((cell) => cell.slice(0, MAX_CELL))),
    totalRows: raw.rows.length,
    guess: { text: name(guess.text), label: name(guess.label) },
    labels,
    problems: raw.problems.slice(0, MAX_PROBLEMS),
    problemCount: raw.problems.length,
  };
}
