const PARTS = /\d+|\D+/g;
const isNumber = (part: string) => part.charCodeAt(0) >= 48 && part.charCodeAt(0) <= 57;

/**
 * Orders ids as people count: `fish-2` before `fish-10`. The same on every machine, whatever its language; ids that
 * differ only in leading zeros are ordered by their characters.
 */
export function compareIds(a: string, b: string): number {
  const left = a.match(PARTS) ?? [];
  const right = b.match(PARTS) ?? [];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const x = left[index] ?? '';
    const y = right[index] ?? '';
    if (x === y) continue;
    if (!isNumber(x) || !isNumber(y)) return x < y ? -1 : 1;
    const difference = Number(x) - Number(y);
    if (difference !== 0) return difference;
  }
  if (left.length !== right.length) return left.length - right.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A copy of a record with its keys in the order of compareIds. */
export function sortRecord<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => compareIds(a, b)));
}
