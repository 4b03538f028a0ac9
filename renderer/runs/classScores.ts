export interface ClassScore {
  readonly label: string;
  /** Examples of this class. */
  readonly examples: number;
  /** Of the answers with this class, how many were right; null where it was never answered. */
  readonly precision: number | null;
  /** Of the examples of this class, how many were found; null where there are none. */
  readonly recall: number | null;
  /** Harmonic mean of the two; null where both are unknown. */
  readonly f1: number | null;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Precision, recall and F1 of every class from counts by truth (rows) and answer (columns). */
export function classScores(labels: readonly string[], counts: readonly (readonly number[])[]): ClassScore[] {
  return labels.map((label, at) => {
    const right = counts[at]?.[at] ?? 0;
    const examples = (counts[at] ?? []).reduce((sum, count) => sum + count, 0);
    const answers = counts.reduce((sum, row) => sum + (row[at] ?? 0), 0);
    return {
      label,
      examples,
      precision: share(right, answers),
      recall: share(right, examples),
      f1: share(2 * right, examples + answers),
    };
  });
}
