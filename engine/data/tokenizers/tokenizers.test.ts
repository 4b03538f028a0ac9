import { Tokenizer as HuggingFace } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShuuraiError } from '../../core/errors.ts';
import { SPECIAL_TOKENS, type Tokenizer, type TokenizerSettings } from '../types.ts';
import { loadTokenizer } from './loadTokenizer.ts';
import { trainTokenizer } from './trainTokenizer.ts';
import { BEGIN, END, PAD, UNKNOWN } from './vocabulary.ts';

/** The `tokenizer_config.json` to hand to `@huggingface/tokenizers` beside the `tokenizer.json`. */
const TOKENIZER_CONFIG = {
  pad_token: SPECIAL_TOKENS[PAD],
  unk_token: SPECIAL_TOKENS[UNKNOWN],
  bos_token: SPECIAL_TOKENS[BEGIN],
  eos_token: SPECIAL_TOKENS[END],
  clean_up_tokenization_spaces: false,
} as const;

const TEXTS = [
  "The film doesn't know what it's doing , and it does n't care .",
  'A stirring, funny and finally transporting re-imagining of beauty -- 1,930.5 horrors!!',
  'Wen u miss someone... "the person" is definitely special for u 4 ever :-)',
  'Café naïve Straße ÅNGSTRÖM 東京 🐟🐟 e\u0301',
  'low lower lowest new newer newest wide wider widest low low new new',
];
const settings = (
  kind: TokenizerSettings['kind'],
  more: Partial<TokenizerSettings> = {},
): TokenizerSettings => ({
  kind,
  vocabSize: 400,
  minFrequency: 1,
  lowercase: false,
  ...more,
});
const KINDS = ['byte', 'char', 'word', 'bpe'] as const;

/** As a file would carry it. */
function stored(tokenizer: Tokenizer): object {
  return JSON.parse(JSON.stringify(tokenizer.toJson()));
}

function words(text: string): string[] {
  const tokenizer = trainTokenizer([text], settings('word'));
  return tokenizer.encode(text).map((id) => tokenizer.decode([id]));
}

/** Well-formed text that names no special token (the library reads those as ids, we read them as text). */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.constantFrom(...TEXTS.join(' ').split(' '), ' ', "'s", "n't", '\n', '\t'), { maxLength: 12 })
    .map((parts) => parts.join(' ')),
);

describe('word tokenizer', () => {
  it('cuts English like a treebank', () => {
    expect(words("Don't panic, it's a re-make... of the 1,930.5 'best' films!!")).toEqual(
      "Do n't panic , it 's a re - make ... of the 1,930.5 ' best ' films !!".split(' '),
    );
    expect(words("does n't we'll CAN'T can’t")).toEqual("does n't we 'll CA N'T ca n’t".split(' '));
  });

  it('orders by frequency, honours minFrequency, vocabSize and lower case', () => {
    const tokenizer = trainTokenizer(
      ['B a a c', 'a b C'],
      settings('word', { lowercase: true, minFrequency: 2 }),
    );
    expect(tokenizer.vocabSize).toBe(7);
    expect(tokenizer.encode('A B c d')).toEqual([4, 5, 6, 1]);
    expect(trainTokenizer(['B a a c'], settings('word', { vocabSize: 5 })).encode('a B')).toEqual([4, 1]);
  });

  it('keeps words that are names of object properties', () => {
    const tokenizer = trainTokenizer(['__proto__ constructor toString _ proto'], settings('word'));
    const copy = loadTokenizer(stored(tokenizer));
    for (const text of ['constructor', 'toString', 'proto', 'hasOwnProperty']) {
      expect(copy.encode(text)).toEqual(tokenizer.encode(text));
    }
    expect(tokenizer.encode('hasOwnProperty')).toEqual([1]);
    const characters = trainTokenizer(['ab'], settings('char'));
    expect(characters.encode('__proto__')).toEqual(new Array(9).fill(1));
  });
});

describe('every tokenizer', () => {
  it.each(KINDS)(
    '%s: never encodes to special tokens except <unk>, not even text that names them',
    (kind) => {
      const tokenizer = trainTokenizer([...TEXTS, SPECIAL_TOKENS.join(' ')], settings(kind));
      fc.assert(
        fc.property(fc.oneof(anyText, fc.constantFrom(...SPECIAL_TOKENS, '<bos><eos>')), (text) => {
          const ids = tokenizer.encode(text);
          expect(ids.every((id) => (id === 1 || id >= 4) && id < tokenizer.vocabSize)).toBe(true);
        }),
      );
    },
  );

  it.each(KINDS)('%s: tokenizer.json read back encodes and decodes the same', (kind) => {
    for (const lowercase of [false, true]) {
      const tokenizer = trainTokenizer(TEXTS, settings(kind, { lowercase }));
      const copy = loadTokenizer(stored(tokenizer));
      expect(copy.settings.kind).toBe(kind);
      expect(copy.settings.lowercase).toBe(lowercase);
      expect(copy.vocabSize).toBe(tokenizer.vocabSize);
      fc.assert(
        fc.property(anyText, (text) => {
          expect(copy.encode(text)).toEqual(tokenizer.encode(text));
          expect(copy.decode(copy.encode(text))).toBe(tokenizer.decode(tokenizer.encode(text)));
        }),
      );
    }
  });

  it.each(KINDS)('%s: @huggingface/tokenizers gives the same ids', (kind) => {
    for (const lowercase of [false, true]) {
      const tokenizer = trainTokenizer(TEXTS, settings(kind, { lowercase }));
      const library = new HuggingFace(stored(tokenizer), TOKENIZER_CONFIG);
      for (const text of TEXTS) expect(library.encode(text).ids).toEqual(tokenizer.encode(text));
      fc.assert(
        fc.property(anyText, (text) => {
          fc.pre(!SPECIAL_TOKENS.some((token) => text.includes(token)));
          expect(library.encode(text).ids).toEqual(tokenizer.encode(text));
        }),
      );
    }
  });

  it.each(['byte', 'bpe'] as const)('%s: any text comes back', (kind) => {
    const tokenizer = trainTokenizer(TEXTS, settings(kind));
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(text.isWellFormed());
        expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
        expect(tokenizer.encode(text)).not.toContain(1);
      }),
    );
  });

  it('char: text of known characters comes back', () => {
    const tokenizer = trainTokenizer(TEXTS, settings('char'));
    for (const text of TEXTS) expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
  });

  it('training is deterministic and needs room for more than the special tokens', () => {
    for (const kind of KINDS) {
      expect(stored(trainTokenizer(TEXTS, settings(kind)))).toEqual(
        stored(trainTokenizer(TEXTS, settings(kind))),
      );
    }
    expect(() => trainTokenizer(TEXTS, settings('word', { vocabSize: 4 }))).toThrow(ShuuraiError);
  });
});

/** The textbook algorithm: count everything anew for each merge. */
function slowMerges(texts: readonly string[], limit: number): string[] {
  const corpus = texts.flatMap((text) => text.split(/(?= )/)).map((word) => Array.from(word));
  const merges: string[] = [];
  while (merges.length < limit) {
    const counts = new Map<string, number>();
    for (const word of corpus) {
      for (let i = 0; i + 1 < word.length; i++) {
        const pair = `${word[i]}|${word[i + 1]}`;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    }
    const best = Math.max(0, ...counts.values());
    if (best < 2) break;
    const tied = [...counts].filter(([, count]) => count === best).map(([pair]) => pair);
    if (tied.length > 1) break;
    merges.push(tied[0]!);
    const [left, right] = tied[0]!.split('|');
    for (const word of corpus) {
      for (let i = 0; i + 1 < word.length; i++) {
        if (word[i] === left && word[i + 1] === right) word.splice(i, 2, `${left}${right}`);
      }
    }
  }
  return merges;
}

describe('BPE training', () => {
  it('learns the merges of the textbook algorithm, as long as those are unique', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 }), {
          minLength: 1,
          maxLength: 30,
        }),
        (list) => {
          const text = list.join(' ');
          const json = stored(trainTokenizer([text], settings('bpe', { vocabSize: 300 })));
          const expected = slowMerges([text], 40).map((merge) => merge.replaceAll(' ', 'Ġ'));
          expect(json).toHaveProperty('model.merges');
          const model = (json as { model: { merges: [string, string][] } }).model;
          expect(model.merges.map((merge) => merge.join('|')).slice(0, expected.length)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stays within vocabSize and makes text shorter', () => {
    const tokenizer = trainTokenizer(TEXTS, settings('bpe', { vocabSize: 290 }));
    expect(tokenizer.vocabSize).toBe(290);
    const text = 'lower newest wide';
    expect(tokenizer.encode(text).length).toBeLessThan(text.length * 0.7);
  });

  it('encodes a very long word', () => {
    const tokenizer = trainTokenizer(TEXTS, settings('bpe'));
    const text = 'lowest'.repeat(5000);
    expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
  });
});

describe('loadTokenizer', () => {
  const good = () => stored(trainTokenizer(TEXTS, settings('bpe'))) as Record<string, object>;
  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['another model', { ...good(), model: { type: 'Unigram', vocab: [] } }],
    ['a vocabulary that skips ids', { ...good(), model: { type: 'WordLevel', vocab: { '<pad>': 0, x: 7 } } }],
    ['ids given twice', { ...good(), model: { type: 'WordLevel', vocab: { '<pad>': 0, x: 0 } } }],
    ['other special tokens', { ...good(), model: { type: 'WordLevel', vocab: { a: 0, b: 1, c: 2, d: 3 } } }],
    ['merges of unknown tokens', { ...good(), model: { ...good().model, merges: [['zz', 'q']] } }],
    ['another cut', { ...good(), pre_tokenizer: { type: 'Whitespace' } }],
    [
      'a lack of bytes',
      {
        ...good(),
        model: {
          type: 'BPE',
          merges: [['a', 'b']],
          vocab: Object.fromEntries([...SPECIAL_TOKENS, 'a', 'b', 'ab'].map((t, i) => [t, i])),
        },
      },
    ],
    ['another normalizer', { ...good(), normalizer: { type: 'NFKC' } }],
  ])('refuses %s with a sentence', (_, json) => {
    expect(() => loadTokenizer(json)).toThrow(/tokenizer\.json cannot be used/);
  });
});
