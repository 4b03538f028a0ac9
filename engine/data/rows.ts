/** Examples before they are encoded; all arrays have one entry a row. */
export interface Rows {
  readonly texts: readonly string[];
  /** "" for language modelling. */
  readonly labels: readonly string[];
  /** The other columns of the table, for partition by column. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

export const NO_ROWS: Rows = { texts: [], labels: [], columns: new Map() };

export function pickRows(rows: Rows, indices: ArrayLike<number>): Rows {
  const pick = (values: readonly string[]) => Array.from(indices, (i) => values[i]!);
  return {
    texts: pick(rows.texts),
    labels: pick(rows.labels),
    columns: new Map([...rows.columns].map(([name, values]) => [name, pick(values)])),
  };
}

/** One below the other; a column that only some have is "" in the others. */
export function concatRows(parts: readonly Rows[]): Rows {
  const names = new Set(parts.flatMap((part) => [...part.columns.keys()]));
  const columns = new Map<string, string[]>();
  for (const name of names) {
    columns.set(
      name,
      parts.flatMap((part) => part.columns.get(name) ?? new Array<string>(part.texts.length).fill('')),
    );
  }
  return {
    texts: parts.flatMap((part) => part.texts),
    labels: parts.flatMap((part) => part.labels),
    columns,
  };
}
