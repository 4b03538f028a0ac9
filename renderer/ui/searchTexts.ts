import { defaultFilter } from 'cmdk';

/** How well `text` fits the best of some texts: letters in order count, the first text most. 0: not at all. */
function scoreTexts(texts: readonly string[], text: string): number {
  return Math.max(0, ...texts.map((one, index) => (index === 0 ? 1 : 0.6) * defaultFilter(one, text)));
}

/** Things found by any of their texts, the best first; all, in their order, for an empty search. */
export function searchTexts<T>(
  things: readonly T[],
  text: string,
  textsOf: (thing: T) => readonly string[],
): readonly T[] {
  const wanted = text.trim();
  if (wanted === '') return things;
  return things
    .map((thing) => ({ thing, score: scoreTexts(textsOf(thing), wanted) }))
    .filter(({ score }) => score > 0.01)
    .toSorted((a, b) => b.score - a.score)
    .map(({ thing }) => thing);
}
