import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { classify, dataset, file, model, texts, WORD } from './datasets.testing.ts';
import { NEEDS_DATA, SHARED_DATA } from './files.testing.ts';
import { readLabelled } from './readLabelled.ts';
import { textKey } from './split.ts';

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
