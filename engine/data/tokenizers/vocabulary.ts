import { SPECIAL_TOKENS, type TokenizerSettings } from '../types.ts';

export const PAD = 0;
export const UNKNOWN = 1;
export const BEGIN = 2;
export const END = 3;
export const SPECIAL_COUNT = SPECIAL_TOKENS.length;

/** Id of each entry; special tokens first. */
export function indexOf(entries: readonly string[]): Map<string, number> {
  return new Map(entries.map((entry, id) => [entry, id]));
}

/**
 * The most frequent entries, at most `vocabSize` with the special tokens, each seen at least `minFrequency` times.
 * Ties in code unit order, so that the same texts always give the same ids.
 */
export function frequentEntries(counts: ReadonlyMap<string, number>, settings: TokenizerSettings): string[] {
  const special = new Set<string>(SPECIAL_TOKENS);
  const kept = [...counts].filter(([entry, count]) => count >= settings.minFrequency && !special.has(entry));
  kept.sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  return kept.slice(0, Math.max(0, settings.vocabSize - SPECIAL_COUNT)).map(([entry]) => entry);
}

export function count(into: Map<string, number>, entry: string): void {
  into.set(entry, (into.get(entry) ?? 0) + 1);
}

interface JsonParts {
  readonly lowercase: boolean;
  readonly preTokenizer: unknown;
  readonly decoder: unknown;
  readonly model: Readonly<Record<string, unknown>>;
}

/** The frame of a `tokenizer.json` around a model. */
export function tokenizerJson(parts: JsonParts): unknown {
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: SPECIAL_TOKENS.map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: parts.lowercase ? { type: 'Lowercase' } : null,
    pre_tokenizer: parts.preTokenizer,
    post_processor: null,
    decoder: parts.decoder,
    model: parts.model,
  };
}

/** Entry -> id as a JSON object. `Object.fromEntries` defines, so an entry "__proto__" stays an entry. */
export function vocabObject(entries: readonly string[]): Record<string, number> {
  return Object.fromEntries(entries.map((entry, id) => [entry, id]));
}
