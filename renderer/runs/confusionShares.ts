/** What the counts of a confusion matrix are divided by: nothing, the sum of their row, or that of their column. */
export type Normalised = 'none' | 'rows' | 'columns';

/** [truth][answer] shares, 0 to 1; null where there is nothing to divide by. Without normalisation, of the largest count. */
export function confusionShares(
  counts: readonly (readonly number[])[],
  by: Normalised,
): readonly (readonly (number | null)[])[] {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const most = Math.max(0, ...counts.flat());
  const columns = (counts[0] ?? []).map((_, answer) => sum(counts.map((row) => row[answer] ?? 0)));
  return counts.map((row) => {
    const whole = sum(row);
    return row.map((count, answer) => {
      const divisor = by === 'rows' ? whole : by === 'columns' ? (columns[answer] ?? 0) : most;
      return divisor === 0 ? null : count / divisor;
    });
  });
}
