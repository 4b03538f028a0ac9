const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** Numbers before words, by value; words in code unit order, so that the order is the same everywhere. */
export function compareLabels(a: string, b: string): number {
  const numeric = NUMBER.test(a) ? 1 : 0;
  const otherNumeric = NUMBER.test(b) ? 1 : 0;
  if (numeric !== otherNumeric) return otherNumeric - numeric;
  if (numeric === 1 && Number(a) !== Number(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Distinct labels in their order. */
export function labelSet(labels: Iterable<string>): string[] {
  return [...new Set(labels)].sort(compareLabels);
}
