import type { RowProblem, TableFormat } from '../types.ts';

/** A table with the line each row began at, so that problems found later can still be located. */
export interface RawTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Line of row i in the file, from 1; for Parquet the row's number. */
  readonly lines: readonly number[];
  readonly problems: readonly RowProblem[];
  readonly format: TableFormat;
}

/** Distinct, non-empty names: blanks become "column N", repeats get a number. */
export function columnNames(cells: readonly string[]): string[] {
  const seen = new Set<string>();
  return cells.map((cell, i) => {
    const base = cell.trim() === '' ? `column ${i}` : cell.trim();
    let name = base;
    for (let n = 2; seen.has(name); n++) name = `${base} (${n})`;
    seen.add(name);
    return name;
  });
}

/** Names for a table without a header; the number is what a dataset node may use in place of the name. */
export function numberedColumns(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `column ${i}`);
}
