import { SPECIAL_TOKENS, type Tokenizer, type TokenizerSettings } from '../types.ts';
import {
  count,
  frequentEntries,
  indexOf,
  SPECIAL_COUNT,
  tokenizerJson,
  UNKNOWN,
  vocabObject,
} from './vocabulary.ts';

/** A token a code point. In `tokenizer.json` it is a BPE without merges, which is the same. */
export function charTokenizer(entries: readonly string[], settings: TokenizerSettings): Tokenizer {
  const ids = indexOf(entries);
  return {
    settings,
    vocabSize: entries.length,
    encode: (text) =>
      Array.from(
        settings.lowercase ? text.toLowerCase() : text,
        (character) => ids.get(character) ?? UNKNOWN,
      ),
    decode: (tokens) =>
      tokens
        .map((id) => (id === UNKNOWN ? '\ufffd' : id < SPECIAL_COUNT ? '' : (entries[id] ?? '')))
        .join(''),
    toJson: () =>
      tokenizerJson({
        lowercase: settings.lowercase,
        preTokenizer: null,
        decoder: { type: 'Fuse' },
        model: {
          type: 'BPE',
          unk_token: SPECIAL_TOKENS[UNKNOWN],
          fuse_unk: false,
          byte_fallback: false,
          vocab: vocabObject(entries),
          merges: [],
        },
      }),
  };
}

export function trainCharTokenizer(texts: Iterable<string>, settings: TokenizerSettings): Tokenizer {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const character of settings.lowercase ? text.toLowerCase() : text) count(counts, character);
  }
  return charTokenizer([...SPECIAL_TOKENS, ...frequentEntries(counts, settings)], settings);
}
