import { t } from '../core/text.ts';

/** Levenshtein distance: insertions, deletions and replacements of one character. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The word that was probably meant; undefined where none is near. Only short words are compared. */
function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > 64) return undefined;
  const lower = word.toLowerCase();
  const best = known
    .slice(0, 2000)
    .map((candidate) => ({ candidate, far: distance(lower, candidate.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far)[0];
  return best !== undefined && best.far <= Math.max(1, Math.floor(word.length / 3))
    ? best.candidate
    : undefined;
}

/** The end of a sentence on an unknown name: " Did you mean "fish-1"? There is: fish-1, fish-2." */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  const guess = meant === undefined ? '' : t` Did you mean "${meant}"?`;
  if (known.length === 0) return guess;
  const shown = known.slice(0, 20).join(', ');
  return known.length > 20
    ? t`${guess} There is: ${shown} and ${known.length - 20} more.`
    : t`${guess} There is: ${shown}.`;
}
