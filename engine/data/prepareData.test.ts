import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NodeId } from '../core/brand.ts';
import { builtin, classify, dataset, file, texts, WORD } from './datasets.testing.ts';
import { expectUnreadable, type TemporaryFiles, temporaryFiles } from './files.testing.ts';
import { textKey } from './split.ts';

let files: TemporaryFiles;
beforeAll(async () => {
  files = await temporaryFiles();
});
afterAll(() => files[Symbol.asyncDispose]());
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
