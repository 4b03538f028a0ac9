import { SPECIAL_TOKENS, type Tokenizer, type TokenizerSettings } from '../types.ts';
import { BYTE_TO_CHARACTER, CHARACTER_TO_BYTE } from './byteAlphabet.ts';
import { BPE_PATTERN, bpeRegExp, pieces } from './pieces.ts';
import { indexOf, SPECIAL_COUNT, tokenizerJson, UNKNOWN, vocabObject } from './vocabulary.ts';

/** Two tokens that become one; tokens are strings over GPT-2's byte alphabet. */
export type Merge = readonly [string, string];

/** Pieces whose tokens are remembered; longer ones and more of them would cost memory for nothing. */
const CACHE_ENTRIES = 50_000;
const CACHE_PIECE_LENGTH = 64;

const utf8 = new TextEncoder();

/** Replaces every occurrence of `pair`, from left to right, in place. */
function applyMerge(tokens: number[], left: number, right: number, merged: number): void {
  let write = 0;
  for (let read = 0; read < tokens.length; read++) {
    if (tokens[read] === left && tokens[read + 1] === right) {
      tokens[write] = merged;
      read += 1;
    } else {
      tokens[write] = tokens[read]!;
    }
    write += 1;
  }
  tokens.length = write;
}

/**
 * Byte-level BPE (Sennrich et al. 2016 on GPT-2's bytes); without merges it is the byte tokenizer. `entries` begin
 * with the special tokens; a byte without an entry is `<unk>`.
 */
export function bpeTokenizer(
  entries: readonly string[],
  merges: readonly Merge[],
  settings: TokenizerSettings,
): Tokenizer {
  const ids = indexOf(entries);
  const byteIds = Int32Array.from(BYTE_TO_CHARACTER, (character) => ids.get(character) ?? UNKNOWN);
  /** left * entries + right -> rank and merged id. */
  const ranks = new Map<number, readonly [rank: number, merged: number]>();
  merges.forEach(([left, right], rank) => {
    const pair = ids.get(left)! * entries.length + ids.get(right)!;
    // A pair learnt twice keeps the earlier rank.
    if (!ranks.has(pair)) ranks.set(pair, [rank, ids.get(left + right)!]);
  });
  const cache = new Map<string, readonly number[]>();
  const pattern = merges.length === 0 ? null : bpeRegExp();

  // A pair with a merged token was learnt after that token, so all places of the lowest rank can merge at once.
  const encodePiece = (piece: string): readonly number[] => {
    const cached = cache.get(piece);
    if (cached !== undefined) return cached;
    const tokens = Array.from(utf8.encode(piece), (byte) => byteIds[byte]!);
    for (;;) {
      let best: readonly [rank: number, merged: number] | undefined;
      let at = -1;
      for (let i = 0; i + 1 < tokens.length; i++) {
        const found = ranks.get(tokens[i]! * entries.length + tokens[i + 1]!);
        if (found !== undefined && (best === undefined || found[0] < best[0])) {
          best = found;
          at = i;
        }
      }
      if (best === undefined) break;
      applyMerge(tokens, tokens[at]!, tokens[at + 1]!, best[1]);
    }
    if (piece.length <= CACHE_PIECE_LENGTH) {
      if (cache.size >= CACHE_ENTRIES) cache.clear();
      cache.set(piece, tokens);
    }
    return tokens;
  };

  return {
    settings,
    vocabSize: entries.length,
    encode: (text) => {
      const source = settings.lowercase ? text.toLowerCase() : text;
      if (pattern === null) return Array.from(utf8.encode(source), (byte) => byteIds[byte]!);
      const tokens: number[] = [];
      for (const piece of pieces(source, pattern)) {
        for (const token of encodePiece(piece)) tokens.push(token);
      }
      return tokens;
    },
    decode: (tokens) => {
      const bytes: number[] = [];
      for (const id of tokens) {
        // A lone 0xff is never valid UTF-8: an unknown byte decodes to the replacement character.
        if (id === UNKNOWN) bytes.push(0xff);
        if (id < SPECIAL_COUNT) continue;
        for (const character of entries[id] ?? '') bytes.push(CHARACTER_TO_BYTE.get(character)!);
      }
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
    },
    toJson: () => {
      const toBytes = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: false, use_regex: false };
      const split = { type: 'Split', pattern: { Regex: BPE_PATTERN }, behavior: 'Isolated', invert: false };
      return tokenizerJson({
        lowercase: settings.lowercase,
        preTokenizer: pattern === null ? toBytes : { type: 'Sequence', pretokenizers: [split, toBytes] },
        decoder: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: false, use_regex: false },
        model: {
          type: 'BPE',
          unk_token: SPECIAL_TOKENS[UNKNOWN],
          fuse_unk: false,
          byte_fallback: false,
          vocab: vocabObject(entries),
          merges,
        },
      });
    },
  };
}

/** 256 bytes after the special tokens: id = 4 + byte, whatever `vocabSize` says. */
export function byteTokenizer(settings: TokenizerSettings): Tokenizer {
  return bpeTokenizer([...SPECIAL_TOKENS, ...BYTE_TO_CHARACTER], [], settings);
}
