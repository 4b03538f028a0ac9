import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectUnreadable,
  NEEDS_DATA,
  SHARED_DATA,
  type TemporaryFiles,
  temporaryFiles,
} from './files.testing.ts';
import { previewTable } from './previewTable.ts';

let files: TemporaryFiles;
beforeAll(async () => {
  files = await temporaryFiles();
});
afterAll(() => files[Symbol.asyncDispose]());

describe.skipIf(SHARED_DATA === null)(`guesses on the raw public data sets${NEEDS_DATA}`, () => {
  it.each([
    ['ag_news/train_5000.csv', 'column 0', 'column 1', '0,1,2,3'],
    ['ag_news/test.csv', 'column 2', 'column 0', '1,2,3,4'],
    ['ag_news/extra_world_scitech_4000.csv', 'column 0', 'column 1', 'sci_tech,world'],
    ['sms_spam/SMSSpamCollection', 'column 1', 'column 0', 'ham,spam'],
    ['sst2/stsa.binary.train', 'text', 'label', '0,1'],
    ['trec/TREC.train.all', 'text', 'label', '0,1,2,3,4,5'],
    ['clean/ag_news/train.csv', 'text', 'label', 'Business,Sci/Tech,Sports,World'],
  ])('%s: text %s, label %s', async (name, text, label, labels) => {
    const preview = await previewTable(join(SHARED_DATA ?? '', name), { maxRows: 5 });
    expect(preview.guess).toEqual({ text, label });
    expect(preview.labels.map((entry) => entry.label).join()).toBe(labels);
    expect(preview.labels.reduce((sum, entry) => sum + entry.count, 0)).toBe(preview.totalRows);
    expect(preview.rows.length).toBe(5);
  });

  it('offers the speakers of a play, and no label for a list of names', async () => {
    const play = await previewTable(join(SHARED_DATA ?? '', 'tinyshakespeare/input.txt'));
    expect(play.format.kind).toBe('play');
    expect(play.guess).toEqual({ text: 'text', label: 'speaker' });
    const names = await previewTable(join(SHARED_DATA ?? '', 'names/names.txt'));
    expect(names.guess).toEqual({ text: 'text', label: null });
    expect(names.labels).toEqual([]);
  });
});

describe('previewTable', () => {
  it('shows problems instead of throwing, numeric labels in order of their value', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `${(i % 12) - 1};text number ${i} of many`);
    const path = await files.write('a.csv', `${rows.join('\n')}\nlonely\n`);
    const preview = await previewTable(path);
    expect(preview.format).toMatchObject({ delimiter: ';', header: false });
    expect(preview.guess).toEqual({ text: 'column 1', label: 'column 0' });
    expect(preview.labels.map((entry) => Number(entry.label))).toEqual([
      -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(preview.problemCount).toBe(1);
    expect(preview.problems[0]?.line).toBe(61);
    expect(preview.rows.length).toBe(50);
  });

  it('an id column is neither text nor label', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, i) => `${i},user${i % 7},"some words, ${i}",${i % 2 ? 'yes' : 'no'}`,
    );
    const path = await files.write('b.csv', `id,author,remark,verdict\n${rows.join('\n')}\n`);
    const preview = await previewTable(path);
    expect(preview.format.header).toBe(true);
    expect(preview.guess).toEqual({ text: 'remark', label: 'verdict' });
  });

  it('cuts cells for the screen and refuses what is no table', async () => {
    const path = await files.write('c.csv', `text,label\n${'x'.repeat(10_000)},a\n`);
    expect((await previewTable(path)).rows[0]?.[0]?.length).toBe(2000);
    await expectUnreadable(previewTable(join(files.folder, 'none')), /There is no file/);
  });
});
