import { z } from 'zod';
import { ShuuraiError } from '../../core/errors.ts';
import { t } from '../../core/text.ts';
import { SPECIAL_TOKENS, type Tokenizer, type TokenizerSettings } from '../types.ts';
import { bpeTokenizer, type Merge } from './bpeTokenizer.ts';
import { BYTE_TO_CHARACTER } from './byteAlphabet.ts';
import { charTokenizer } from './charTokenizer.ts';
import { BPE_PATTERN, WORD_PATTERN } from './pieces.ts';
import { wordTokenizer } from './wordTokenizer.ts';

const MAX_ENTRIES = 1_000_000;

const split = (pattern: string, behavior: string, invert: boolean) =>
  z.looseObject({
    type: z.literal('Split'),
    pattern: z.looseObject({ Regex: z.literal(pattern) }),
    behavior: z.literal(behavior),
    invert: z.literal(invert),
  });
const toBytes = z.looseObject({ type: z.literal('ByteLevel'), add_prefix_space: z.literal(false) });

/** A vocabulary as pairs: zod's records would drop the key "__proto__", which is a word like any other. */
const vocab = z.custom<object>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const merges = z.array(z.union([z.tuple([z.string(), z.string()]), z.string()])).max(MAX_ENTRIES);

const schema = z.looseObject({
  normalizer: z.union([z.null(), z.looseObject({ type: z.literal('Lowercase') })]),
  pre_tokenizer: z.unknown(),
  model: z.discriminatedUnion('type', [
    z.looseObject({ type: z.literal('WordLevel'), vocab }),
    z.looseObject({ type: z.literal('BPE'), vocab, merges }),
  ]),
});

function invalid(reason: string, cause?: unknown): ShuuraiError {
  const message = t`The tokenizer.json cannot be used: ${reason}. Readable are the word, character, byte and byte-level BPE tokenizers that Shuurai writes.`;
  return new ShuuraiError('data-unreadable', message, { cause });
}

function readEntries(vocabulary: object): string[] {
  const pairs: [string, unknown][] = Object.entries(vocabulary);
  if (pairs.length > MAX_ENTRIES) throw invalid(`its vocabulary has more than ${MAX_ENTRIES} entries`);
  const entries = new Array<string | undefined>(pairs.length).fill(undefined);
  for (const [entry, id] of pairs) {
    if (
      typeof id !== 'number' ||
      !Number.isInteger(id) ||
      id < 0 ||
      id >= pairs.length ||
      entries[id] !== undefined
    ) {
      throw invalid(`the ids of its vocabulary are not 0 to ${pairs.length - 1}, each once`);
    }
    entries[id] = entry;
  }
  // Every id was given once, so no place is left empty.
  const complete = entries as string[];
  if (!SPECIAL_TOKENS.every((token, id) => complete[id] === token)) {
    throw invalid(`its first entries are not ${SPECIAL_TOKENS.join(', ')}`);
  }
  return complete;
}

function readMerges(source: z.output<typeof merges>, entries: readonly string[]): Merge[] {
  const known = new Set(entries);
  return source.map((merge) => {
    const [left = '', right = ''] = typeof merge === 'string' ? merge.split(' ', 2) : merge;
    if (!known.has(left) || !known.has(right) || !known.has(left + right)) {
      throw invalid('a merge speaks of tokens that are not in its vocabulary');
    }
    return [left, right];
  });
}

/**
 * The tokenizer of a `tokenizer.json`, as parsed JSON. `settings.vocabSize` is the vocabulary's real size and
 * `minFrequency` 1: the file does not keep how it was trained. Throws `data-unreadable` for anything else.
 */
export function loadTokenizer(json: unknown): Tokenizer {
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw invalid(
      `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not a tokenizer'}`,
      parsed.error,
    );
  }
  const { model, normalizer, pre_tokenizer } = parsed.data;
  const entries = readEntries(model.vocab);
  const settings = (kind: TokenizerSettings['kind']): TokenizerSettings => ({
    kind,
    vocabSize: entries.length,
    minFrequency: 1,
    lowercase: normalizer !== null,
  });
  if (model.type === 'WordLevel') {
    if (!split(WORD_PATTERN, 'Removed', true).safeParse(pre_tokenizer).success) {
      throw invalid('it cuts words in another way');
    }
    return wordTokenizer(entries, settings('word'));
  }
  const pairs = readMerges(model.merges, entries);
  if (pre_tokenizer === null && pairs.length === 0) return charTokenizer(entries, settings('char'));
  const known = new Set(entries);
  if (!BYTE_TO_CHARACTER.every((character) => known.has(character)))
    throw invalid('it lacks some of the 256 bytes');
  if (pairs.length === 0 && toBytes.safeParse(pre_tokenizer).success)
    return bpeTokenizer(entries, [], settings('byte'));
  const sequence = z.looseObject({
    type: z.literal('Sequence'),
    pretokenizers: z.tuple([split(BPE_PATTERN, 'Isolated', false), toBytes]),
  });
  if (!sequence.safeParse(pre_tokenizer).success) throw invalid('it cuts text in another way');
  return bpeTokenizer(entries, pairs, settings('bpe'));
}
