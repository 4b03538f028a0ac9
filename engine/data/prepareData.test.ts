import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NodeId } from '../core/brand.ts';
import { encodeTexts } from './encodeTexts.ts';
import {
  expectUnreadable,
  NEEDS_DATA,
  SHARED_DATA,
  type TemporaryFiles,
  temporaryFiles,
} from './files.testing.ts';
import { type PrepareOptions, prepareData } from './prepareData.ts';
import { readLabelled } from './readLabelled.ts';
import { stratifiedSplit, textKey } from './split.ts';
import type {
  BuiltinTask,
  DataSource,
  DatasetSettings,
  EncodedExamples,
  TokenizerSettings,
} from './types.ts';

let files: TemporaryFiles;
beforeAll(async () => {
  files = await temporaryFiles();
});
afterAll(() => files[Symbol.asyncDispose]());

const WORD: TokenizerSettings = { kind: 'word', vocabSize: 8000, minFrequency: 1, lowercase: true };

function dataset(source: DataSource, more: Partial<DatasetSettings> = {}): DatasetSettings {
  return {
    nodeId: 'dataset' as NodeId,
    source,
    validationPath: null,
    validationFraction: 0.1,
    maxRows: 0,
    tokenizer: WORD,
    ...more,
  };
}

function file(path: string, more: Partial<Extract<DataSource, { kind: 'file' }>> = {}): DataSource {
  return {
    kind: 'file',
    path,
    delimiter: null,
    header: null,
    textColumn: null,
    labelColumn: null,
    skipBadRows: false,
    ...more,
  };
}

const builtin = (task: BuiltinTask, examples = 400): DataSource => ({
  kind: 'builtin',
  task,
  examples,
  seed: 1,
});
const classify = (datasets: DatasetSettings[], more: Partial<PrepareOptions> = {}) =>
  prepareData({ datasets, task: 'classification', context: 24, seed: 1, ...more });
const model = (datasets: DatasetSettings[], columns = 17) =>
  prepareData({ datasets, task: 'language-modelling', context: columns, seed: 1 });

function texts(examples: EncodedExamples): string[] {
  return Array.from({ length: examples.size }, (_, i) => examples.text(i));
}

/** 60 rows, three classes, some repeats. */
const TABLE = `text,label,source\n${Array.from(
  { length: 60 },
  (_, i) =>
    `${['good', 'bad', 'odd'][i % 3]} film number ${i % 50},${['pos', 'neg', 'none'][i % 3]},s${i % 4}`,
).join('\n')}\n`;

describe('classification', () => {
  it('splits by label without sharing a text, encodes <bos> and the text', async () => {
    const path = await files.write('t.csv', TABLE);
    const data = await classify([dataset(file(path), { validationFraction: 0.2 })]);
    expect(data.labels).toEqual(['neg', 'none', 'pos']);
    const train = new Set(texts(data.train).map(textKey));
    expect(texts(data.validation).some((text) => train.has(textKey(text)))).toBe(false);
    for (let label = 0; label < 3; label++) {
      expect(data.validation.labels.filter((value) => value === label).length).toBeGreaterThanOrEqual(3);
    }
    const row = [...data.train.tokens.subarray(0, data.train.lengths[0]!)];
    expect(row[0]).toBe(2);
    expect(data.tokenizer.decode(row)).toBe(data.train.text(0));
    expect([...data.train.tokens.subarray(data.train.lengths[0]!, 24)].every((token) => token === 0)).toBe(
      true,
    );
    expect(data.train.column('source')?.length).toBe(data.train.size);
    expect(data.train.column('label')).toBeNull();
    expect(data.train.ranges.get('dataset' as NodeId)).toEqual([0, data.train.size]);
    expect(data.fingerprints['dataset' as NodeId]).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is a function of seed and bytes alone; the tokenizer never sees validation words', async () => {
    const path = await files.write('t.csv', TABLE);
    const first = await classify([dataset(file(path))]);
    const second = await classify([dataset(file(path))]);
    expect(second.train.tokens).toEqual(first.train.tokens);
    expect(second.fingerprints).toEqual(first.fingerprints);
    expect(second.tokenizer.toJson()).toEqual(first.tokenizer.toJson());
    const other = await classify([dataset(file(path))], { seed: 2 });
    expect(texts(other.validation)).not.toEqual(texts(first.validation));
    const trainWords = new Set(texts(first.train).flatMap((text) => text.toLowerCase().split(' ')));
    expect(first.tokenizer.vocabSize).toBe(trainWords.size + 4);
    await files.write('t.csv', TABLE.replace('good film number 0', 'good film number O'));
    expect((await classify([dataset(file(path))])).fingerprints).not.toEqual(first.fingerprints);
  });

  it('takes columns by name, by number, or several joined', async () => {
    const path = await files.write(
      'c.csv',
      'x1;one thing;more a\nx2;other thing;more b\nx1;third;c\nx2;fourth;d\n',
    );
    const by = (textColumn: string | number, labelColumn: string | number) =>
      classify([
        dataset(file(path, { textColumn, labelColumn, header: false }), { validationFraction: 0.5 }),
      ]);
    expect(texts((await by(1, '0')).train).length).toBe(2);
    const joined = await by('1 + 2', 'column 0');
    expect([...texts(joined.train), ...texts(joined.validation)].sort()).toEqual([
      'fourth d',
      'one thing more a',
      'other thing more b',
      'third c',
    ]);
    await expectUnreadable(
      by('title', 0),
      /no column "title" for the text\. Its columns are "column 0", "column 1" and "column 2"/,
    );
    await expectUnreadable(by(7, 0), /no column "7"/);
    await expectUnreadable(by(0, 0), /are the same/);
  });

  it('unites datasets: stable numeric label order, ranges, one tokenizer', async () => {
    const a = await files.write(
      'a.csv',
      `text,label\n${Array.from({ length: 20 }, (_, i) => `alpha ${i},${i % 2 ? 10 : 9}`).join('\n')}\n`,
    );
    const b = await files.write(
      'b.csv',
      `text,label\n${Array.from({ length: 30 }, (_, i) => `beta ${i},${i % 2 ? 2 : 10}`).join('\n')}\n`,
    );
    const data = await classify([
      dataset(file(a), { nodeId: 'a' as NodeId }),
      dataset(file(b), { nodeId: 'b' as NodeId, tokenizer: { ...WORD, vocabSize: 10 } }),
    ]);
    expect(data.labels).toEqual(['2', '9', '10']);
    const range = data.train.ranges.get('b' as NodeId)!;
    expect(range).toEqual([18, data.train.size]);
    expect(data.train.text(range[0])).toMatch(/^beta/);
    expect(data.train.text(range[0] - 1)).toMatch(/^alpha/);
    expect(data.notes.join(' ')).toMatch(/different tokenizer settings/);
    expect(Object.keys(data.fingerprints).sort()).toEqual(['a', 'b']);
  });

  it('leaves training rows out that stand in the validation file', async () => {
    const train = await files.write('tr.csv', 'text,label\nSame  Text,a\nb,b\nc,a\nd,b\n');
    await files.write('va.csv', 'text,label\nsame text,a\nz,b\n');
    const data = await classify([dataset(file('tr.csv'), { validationPath: 'va.csv' })], {
      baseFolder: files.folder,
    });
    expect(texts(data.train)).toEqual(['b', 'c', 'd']);
    expect(data.notes.join(' ')).toMatch(/^1 training row of "tr.csv" also stand/);
    expect(train.startsWith(files.folder)).toBe(true);
  });

  it('limits rows by a seeded choice, cuts long texts and says so', async () => {
    const data = await classify([dataset(builtin('sentiment', 1000), { maxRows: 100 })], { context: 6 });
    expect(data.train.size + data.validation.size).toBeGreaterThan(95);
    expect(data.train.size + data.validation.size).toBeLessThanOrEqual(100);
    expect(data.notes.join(' ')).toMatch(/texts of 1?\d\d are longer than 5 tokens and are cut/);
    expect(Math.max(...data.train.lengths)).toBe(6);
    expect(data.bestAccuracy).toBeCloseTo(0.96, 10);
  });

  it('has all classes of a built-in task, even in a small sample', async () => {
    const data = await classify([dataset(builtin('topics', 20))]);
    expect(data.labels.length).toBe(8);
    expect((await classify([dataset(builtin('recall'))])).bestAccuracy).toBe(1);
  });

  it('meets unusable labels with a sentence', async () => {
    const write = (name: string, content: string) => files.write(name, content);
    const one = await write('one.csv', 'text\nonly text here\nand here\n');
    await expectUnreadable(classify([dataset(file(one))]), /has one column \("text"\).*Check the delimiter/);
    const same = await write('same.csv', 'text,label\na,x\nb,x\nc,x\n');
    await expectUnreadable(classify([dataset(file(same))]), /All training rows .* have the label "x"/);
    const train = await write('l1.csv', 'text,label\na,x\nb,y\nc,x\n');
    await write('l2.csv', 'text,label\nd,x\ne,surprise\n');
    await expectUnreadable(
      classify([dataset(file(train), { validationPath: join(files.folder, 'l2.csv') })]),
      /labels that no training row has: "surprise"\. The training labels are "x" and "y"/,
    );
    const ids = await write(
      'ids.csv',
      `text,label\n${Array.from({ length: 90 }, (_, i) => `t${i},id${i}`).join('\n')}\n`,
    );
    await expectUnreadable(
      classify([dataset(file(ids))]),
      /90 different values in 90 rows; that is no class/,
    );
    const gaps = await write('gaps.csv', 'text,label\na,x\n,y\nc,\nd,y\n');
    await expectUnreadable(
      classify([dataset(file(gaps))]),
      /2 rows .* line 3: The text is empty\. line 4: The label is empty/,
    );
    const two = await write('two.csv', 'text,label\na,x\nb,y\n');
    await expectUnreadable(classify([dataset(file(two))]), /too few to train on some and validate on others/);
    await expect(classify([dataset(builtin('tiny-language'))])).rejects.toMatchObject({
      code: 'invalid-document',
    });
    await expect(classify([])).rejects.toMatchObject({ code: 'invalid-document' });
    await expectUnreadable(classify([dataset(file(''))]), /No file is chosen/);
  });

  it('skips bad rows once allowed, and says how many', async () => {
    const path = await files.write('bad.csv', `${TABLE}broken\n,pos,s1\n`);
    await expectUnreadable(classify([dataset(file(path))]), /--set nodes\.dataset\.params\.skipBadRows=true/);
    const data = await classify([dataset(file(path, { skipBadRows: true }))]);
    expect(data.notes[0]).toMatch(/^2 rows of .* could not be read and left out \(first: line 62/);
  });
});

describe('stratifiedSplit', () => {
  it('covers each text on one side only, with at least one training row a label', () => {
    const row = fc.record({
      text: fc.constantFrom(...'abcdefghijklmnop'.split('')),
      label: fc.constantFrom('x', 'y', 'z'),
    });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0.01, max: 0.5, noNaN: true }),
        fc.integer(),
        (rows, fraction, seed) => {
          const words = rows.map((r) => r.text);
          const labels = rows.map((r) => r.label);
          const split = stratifiedSplit(words, labels, fraction, seed, 'n');
          const train = new Set(Array.from(split.train, (i) => words[i]));
          expect(split.train.length + split.validation.length + split.repeats).toBe(rows.length);
          expect(Array.from(split.validation).every((i) => !train.has(words[i]))).toBe(true);
          expect(new Set([...split.train, ...split.validation]).size).toBe(
            split.train.length + split.validation.length,
          );
          expect(stratifiedSplit(words, labels, fraction, seed, 'n')).toEqual(split);
        },
      ),
    );
  });
});

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

describe('new texts and test files', () => {
  it('encodes as in training', async () => {
    const data = await classify([dataset(builtin('sentiment'))]);
    const encoded = encodeTexts(data, [data.train.text(0), '', 'never-seen 🐟']);
    expect([...encoded.tokens.subarray(0, 24)]).toEqual([...data.train.tokens.subarray(0, 24)]);
    expect([...encoded.lengths.subarray(1)]).toEqual([1, 5]);
    expect([...encoded.tokens.subarray(48, 53)].slice(1)).toContain(1);
  });

  it('reads a test file with the training columns and names unknown labels', async () => {
    const path = await files.write(
      'e.csv',
      'id,body,kind\n1,one text,a\n2,two text,b\n3,more text,a\n4,last text,b\n',
    );
    const source = file(path, { textColumn: 'body', labelColumn: 'kind' });
    const data = await classify([dataset(source)]);
    const good = await files.write('e1.csv', 'kind,id,body\nb,9,other text\na,8,again\n');
    const test = await readLabelled(good, data, { source });
    expect([...test.examples.labels]).toEqual([1, 0]);
    expect(texts(test.examples)).toEqual(['other text', 'again']);
    const bad = await files.write('e2.csv', 'kind,id,body\nB,9,other\na,8,again\n');
    await expectUnreadable(
      readLabelled(bad, data, { source }),
      /labels the swarm was not trained on: "B"\. It knows "a" and "b"/,
    );
    const headless = await files.write('e3.csv', 'b,9,other\na,8,again\n');
    await expectUnreadable(readLabelled(headless, data, { source }), /no column "body"/);
  });
});

describe.skipIf(SHARED_DATA === null)(`public data sets${NEEDS_DATA}`, () => {
  it('SST-2 with a test file that shares two texts with training', async () => {
    const path = (name: string) => join(SHARED_DATA ?? '', 'clean/sst2', name);
    const data = await classify([dataset(file(path('train.csv')), { validationPath: path('test.csv') })], {
      context: 64,
    });
    expect(data.labels).toEqual(['negative', 'positive']);
    expect(data.validation.size).toBe(1821);
    // Three rows: one of the two shared sentences stands twice in the training file.
    expect(data.train.size).toBe(6920 - 3);
    const test = await readLabelled(path('test.csv'), data, { source: file(path('train.csv')) });
    expect(test.examples.tokens).toEqual(data.validation.tokens);
  });

  it('the repeats of the SMS messages never stand on both sides', async () => {
    const data = await classify([dataset(file(join(SHARED_DATA ?? '', 'sms_spam/SMSSpamCollection')))]);
    const train = new Set(texts(data.train).map(textKey));
    expect(texts(data.validation).some((text) => train.has(textKey(text)))).toBe(false);
    expect(new Set(texts(data.validation).map(textKey)).size).toBe(data.validation.size);
    expect(data.notes.join(' ')).toMatch(/repeat a validation text/);
  });

  it('AG News: numbered labels, first or last column', async () => {
    for (const [name, labels] of [
      ['train_5000.csv', '0123'],
      ['test.csv', '1234'],
    ] as const) {
      const data = await classify([
        dataset(file(join(SHARED_DATA ?? '', 'ag_news', name)), { maxRows: 1000 }),
      ]);
      expect(data.labels.join('')).toBe(labels);
    }
  });

  it('Shakespeare as one stream of characters', async () => {
    const path = join(SHARED_DATA ?? '', 'tinyshakespeare/input.txt');
    const data = await model(
      [dataset(file(path), { tokenizer: { ...WORD, kind: 'char', lowercase: false } })],
      65,
    );
    expect(data.tokenizer.vocabSize).toBe(65 + 4);
    expect(data.train.size).toBe(Math.ceil((Math.floor(1115394 * 0.9) + 1) / 64));
    expect(data.train.text(0).startsWith('First Citizen:\nBefore')).toBe(true);
  });
});
