import { SPECIAL_TOKENS, type Tokenizer, type TokenizerSettings } from '../types.ts';
import { bpeTokenizer, type Merge } from './bpeTokenizer.ts';
import { BYTE_TO_CHARACTER } from './byteAlphabet.ts';
import { PairHeap } from './pairHeap.ts';
import { bpeRegExp, pieces } from './pieces.ts';
import { count, SPECIAL_COUNT } from './vocabulary.ts';

/** Ids stay below this, so that two of them make one exact number. */
const ID_RANGE = 1 << 20;
/** A piece longer than this (a line of dashes, base64) teaches nothing and would slow training down. */
const MAX_PIECE_BYTES = 256;

/** Distinct pieces as arrays of token ids, with how often each occurs. */
interface Corpus {
  readonly words: number[][];
  readonly counts: number[];
}

function collect(texts: Iterable<string>, settings: TokenizerSettings, byteIds: readonly number[]): Corpus {
  const seen = new Map<string, number>();
  const pattern = bpeRegExp();
  for (const text of texts) {
    for (const piece of pieces(settings.lowercase ? text.toLowerCase() : text, pattern)) count(seen, piece);
  }
  const utf8 = new TextEncoder();
  const words: number[][] = [];
  const counts: number[] = [];
  for (const [piece, times] of seen) {
    const bytes = utf8.encode(piece);
    if (bytes.length > MAX_PIECE_BYTES) continue;
    words.push(Array.from(bytes, (byte) => byteIds[byte]!));
    counts.push(times);
  }
  return { words, counts };
}

/** Pair counts kept up to date while merging: only the words that contain a pair are touched. */
class PairCounts {
  readonly #counts = new Map<number, number>();
  readonly #words = new Map<number, Set<number>>();
  readonly #heap = new PairHeap();

  add(pair: number, times: number, word: number): void {
    const now = (this.#counts.get(pair) ?? 0) + times;
    this.#counts.set(pair, now);
    if (times > 0) {
      let words = this.#words.get(pair);
      if (words === undefined) {
        words = new Set();
        this.#words.set(pair, words);
      }
      words.add(word);
    }
    // The old heap entry is stale and is thrown away when it comes up.
    this.#heap.push(now, pair);
  }

  /** The most frequent pair (ties: the smaller ids) with the words it may occur in. */
  takeBest(atLeast: number): { pair: number; words: ReadonlySet<number> } | null {
    for (let top = this.#heap.pop(); top !== null && top.count >= atLeast; top = this.#heap.pop()) {
      if (this.#counts.get(top.pair) !== top.count) continue;
      const words = this.#words.get(top.pair)!;
      this.#counts.delete(top.pair);
      this.#words.delete(top.pair);
      return { pair: top.pair, words };
    }
    return null;
  }

  forget(pair: number): void {
    this.#counts.delete(pair);
    this.#words.delete(pair);
  }
}

/** Merges (left, right) in one word and reports every pair that came or went. */
function mergeWord(
  word: number[],
  left: number,
  right: number,
  merged: number,
  change: (pair: number, sign: 1 | -1) => void,
): void {
  let write = 0;
  for (let read = 0; read < word.length; read++) {
    if (word[read] !== left || word[read + 1] !== right) {
      word[write] = word[read]!;
      write += 1;
      continue;
    }
    if (write > 0) {
      change(word[write - 1]! * ID_RANGE + left, -1);
      change(word[write - 1]! * ID_RANGE + merged, 1);
    }
    const next = word[read + 2];
    if (next !== undefined) {
      change(right * ID_RANGE + next, -1);
      change(merged * ID_RANGE + next, 1);
    }
    word[write] = merged;
    write += 1;
    read += 1;
  }
  word.length = write;
}

/**
 * Byte-level BPE trained on the texts: merges the most frequent pair until the vocabulary is full or no pair occurs
 * `max(2, minFrequency)` times. All 256 bytes are in the vocabulary, so no text is ever `<unk>`.
 */
export function trainBpeTokenizer(texts: Iterable<string>, settings: TokenizerSettings): Tokenizer {
  const entries: string[] = [...SPECIAL_TOKENS, ...BYTE_TO_CHARACTER];
  const byteIds = BYTE_TO_CHARACTER.map((_, byte) => SPECIAL_COUNT + byte);
  const { words, counts } = collect(texts, settings, byteIds);
  const pairs = new PairCounts();
  const initial = new Map<number, Map<number, number>>();
  words.forEach((word, w) => {
    for (let i = 0; i + 1 < word.length; i++) {
      const pair = word[i]! * ID_RANGE + word[i + 1]!;
      let inWords = initial.get(pair);
      if (inWords === undefined) {
        inWords = new Map();
        initial.set(pair, inWords);
      }
      inWords.set(w, (inWords.get(w) ?? 0) + counts[w]!);
    }
  });
  for (const [pair, inWords] of initial) {
    for (const [word, times] of inWords) pairs.add(pair, times, word);
  }

  const merges: Merge[] = [];
  const known = new Set(entries);
  const atLeast = Math.max(2, settings.minFrequency);
  while (entries.length < settings.vocabSize) {
    const best = pairs.takeBest(atLeast);
    if (best === null) break;
    const left = Math.floor(best.pair / ID_RANGE);
    const right = best.pair % ID_RANGE;
    const name = entries[left]! + entries[right]!;
    // Another pair may spell an entry that exists already: its words stay as they are.
    if (known.has(name)) continue;
    known.add(name);
    const merged = entries.length;
    entries.push(name);
    merges.push([entries[left]!, entries[right]!]);
    for (const w of best.words) {
      mergeWord(words[w]!, left, right, merged, (pair, sign) => {
        if (pair !== best.pair) pairs.add(pair, sign * counts[w]!, w);
      });
    }
    pairs.forget(best.pair);
  }
  return bpeTokenizer(entries, merges, settings);
}
