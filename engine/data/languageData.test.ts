import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtin, dataset, file, model, texts, WORD } from './datasets.testing.ts';
import { encodeTexts } from './encodeTexts.ts';
import { type TemporaryFiles, temporaryFiles } from './files.testing.ts';
import { readLabelled } from './readLabelled.ts';

let files: TemporaryFiles;
beforeAll(async () => {
  files = await temporaryFiles();
});
afterAll(() => files[Symbol.asyncDispose]());

describe('language modelling', () => {
  it('a plain text is one stream; windows overlap by one token and cover everything', async () => {
    const text = 'the quick brown fish swims. '.repeat(40);
    const path = await files.write('text.txt', text);
    const char = { ...WORD, kind: 'char' as const, lowercase: false };
    const data = await model([dataset(file(path), { tokenizer: char })], 9);
    const { train } = data;
    expect(train.context).toBe(9);
    const all: number[] = [];
    for (let i = 0; i < train.size; i++) {
      const row = [...train.tokens.subarray(i * 9, i * 9 + train.lengths[i]!)];
      if (i > 0) expect(row[0]).toBe(all.at(-1));
      all.push(...(i === 0 ? row : row.slice(1)));
    }
    expect(all[0]).toBe(2);
    expect(all.at(-1)).toBe(3);
    const cut = Math.floor(text.length * 0.9);
    expect(data.tokenizer.decode(all)).toBe(text.slice(0, cut));
    expect(texts(data.validation).join('').length).toBeGreaterThan(text.length - cut - 1);
    expect(data.labels).toEqual([]);
    expect(data.bestAccuracy).toBeNull();
  });

  it('a table is one document a row; the entropy of the tiny language is noted', async () => {
    const data = await model([dataset(builtin('tiny-language', 500))]);
    expect(data.notes[0]).toMatch(/below 1\.3377 nats a token \(perplexity 3\.810\)/);
    const tokens = [...data.train.tokens];
    expect(tokens.filter((token) => token === 2).length).toBeGreaterThan(400);
    expect(tokens).not.toContain(1);
  });

  it('windows of a play stay with one speaker', async () => {
    const path = await files.write(
      'play.txt',
      Array.from({ length: 20 }, (_, i) => `ANN:\nHELLO ${i} THERE\n\nBOB:\nyes ${i} there\n\n`).join(''),
    );
    const data = await model(
      [
        dataset(file(path, { textColumn: 'text' }), {
          tokenizer: { ...WORD, kind: 'byte', lowercase: false },
        }),
      ],
      9,
    );
    const speakers = data.train.column('speaker')!;
    expect(new Set(speakers)).toEqual(new Set(['ANN', 'BOB']));
    for (let i = 0; i < data.train.size; i++) {
      const text = data.train.text(i);
      expect(/[a-z]/.test(text) && /[A-Z]/.test(text)).toBe(false);
      if (/[A-Za-z]/.test(text)) expect(/[A-Z]/.test(text)).toBe(speakers[i] === 'ANN');
    }
  });

  it('a stream is measured with the same windows', async () => {
    const path = await files.write('lm.txt', 'some words to read again and again. '.repeat(30));
    const data = await model(
      [dataset(file(path), { tokenizer: { ...WORD, kind: 'bpe', vocabSize: 300 } })],
      8,
    );
    const test = await readLabelled(path, data);
    expect(test.examples.context).toBe(8);
    expect(test.examples.size).toBeGreaterThan(data.train.size);
    const prompt = encodeTexts(data, ['some words to read', 'x'.repeat(50)]);
    expect(prompt.columns).toBe(7);
    expect([...prompt.lengths]).toEqual([data.tokenizer.encode('some words to read').length + 1, 7]);
    expect(prompt.tokens[0]).toBe(2);
  });
});
