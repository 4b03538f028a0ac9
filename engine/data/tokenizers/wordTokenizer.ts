import { SPECIAL_TOKENS, type Tokenizer, type TokenizerSettings } from '../types.ts';
import { pieces, WORD_PATTERN, wordRegExp } from './pieces.ts';
import {
  count,
  frequentEntries,
  indexOf,
  SPECIAL_COUNT,
  tokenizerJson,
  UNKNOWN,
  vocabObject,
} from './vocabulary.ts';

/** A token a word; words outside the vocabulary are `<unk>`. `entries` begin with the special tokens. */
export function wordTokenizer(entries: readonly string[], settings: TokenizerSettings): Tokenizer {
  const ids = indexOf(entries);
  const pattern = wordRegExp();
  return {
    settings,
    vocabSize: entries.length,
    encode: (text) =>
      pieces(settings.lowercase ? text.toLowerCase() : text, pattern).map((word) => ids.get(word) ?? UNKNOWN),
    decode: (tokens) =>
      tokens
        .filter((id) => id === UNKNOWN || id >= SPECIAL_COUNT)
        .map((id) => entries[id] ?? '')
        .join(' '),
    toJson: () =>
      tokenizerJson({
        lowercase: settings.lowercase,
        preTokenizer: { type: 'Split', pattern: { Regex: WORD_PATTERN }, behavior: 'Removed', invert: true },
        decoder: null,
        model: { type: 'WordLevel', vocab: vocabObject(entries), unk_token: SPECIAL_TOKENS[UNKNOWN] },
      }),
  };
}

export function trainWordTokenizer(texts: Iterable<string>, settings: TokenizerSettings): Tokenizer {
  const counts = new Map<string, number>();
  const pattern = wordRegExp();
  for (const text of texts) {
    for (const word of pieces(settings.lowercase ? text.toLowerCase() : text, pattern)) count(counts, word);
  }
  return wordTokenizer([...SPECIAL_TOKENS, ...frequentEntries(counts, settings)], settings);
}
