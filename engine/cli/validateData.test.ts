import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataProblem } from '../data/checkFiles.ts';
import { smallSwarm } from '../host/smallSwarm.testing.ts';
import { jsonLines, shuurai } from './shuurai.testing.ts';

let home: string;
const file = (name: string): string => join(home, name);
const rows = (labels: readonly string[], text = 'film', count = 60): string =>
  `words,class\n${Array.from({ length: count }, (_, i) => `${text} ${i} of many,${labels[i % labels.length]}`).join('\n')}\n`;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'shuurai-validate-'));
  await writeFile(file('s.swarm'), smallSwarm());
  await writeFile(file('good.csv'), rows(['good', 'bad']));
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function checked(data: string, ...settings: readonly string[]) {
  const result = await shuurai(
    home,
    'validate',
    file('s.swarm'),
    '--json',
    '--data',
    `dataset=${file(data)}`,
    ...settings.flatMap((setting) => ['--set', setting]),
  );
  const [report] = jsonLines(result.stdout);
  return { code: result.code, valid: report?.valid, data: report?.data as readonly DataProblem[] }; // the promised form
}

describe('shuurai validate --data', () => {
  it('says that a swarm whose data can be used can run', async () => {
    expect(await checked('good.csv')).toEqual({ code: 0, valid: true, data: [] });
  }, 30_000);

  it('names each column that is not there, with its parameter', async () => {
    const { code, data } = await checked(
      'good.csv',
      'nodes.dataset.params.textColumn=sentence',
      'nodes.dataset.params.labelColumn=topic',
    );
    expect(code).toBe(3);
    expect(data).toMatchObject([
      { severity: 'error', nodeId: 'dataset', path: 'nodes.dataset.params.textColumn', line: null },
      { severity: 'error', nodeId: 'dataset', path: 'nodes.dataset.params.labelColumn', line: null },
    ]);
    expect(data[0]?.message).toMatch(
      /no column "sentence" for the text\. Its columns are "words" and "class"/,
    );
    expect(data[1]?.message).toMatch(/no column "topic" for the label/);
  }, 30_000);

  it('names each row that cannot be read by its line, as an error or, where they are left out, a warning', async () => {
    const lines = rows(['good', 'bad']).split('\n');
    lines[5] = 'a film without a verdict,';
    lines[9] = ',good';
    await writeFile(file('holes.csv'), lines.join('\n'));
    const found = [
      { path: 'nodes.dataset.params.path', line: 6, message: 'The label is empty.' },
      { path: 'nodes.dataset.params.path', line: 10, message: 'The text is empty.' },
    ];
    const strict = await checked('holes.csv');
    expect(strict).toMatchObject({ code: 3, valid: false });
    expect(strict.data).toMatchObject(found.map((problem) => ({ ...problem, severity: 'error' })));
    const lenient = await checked('holes.csv', 'nodes.dataset.params.skipBadRows=true');
    expect(lenient).toMatchObject({ code: 0, valid: true });
    expect(lenient.data).toMatchObject(found.map((problem) => ({ ...problem, severity: 'warning' })));
    const text = await shuurai(home, 'validate', file('s.swarm'), '--data', `dataset=${file('holes.csv')}`);
    expect(text.stdout).toMatch(
      /error {3}nodes\.dataset\.params\.path: .*holes\.csv, line 6: The label is empty\./,
    );
    expect(text.stdout).toMatch(/s\.swarm cannot run yet\./);
  }, 30_000);

  it.each<[string, string, readonly string[], string, RegExp]>([
    [
      'labels that are no classes',
      rows(['good', 'bad']),
      ['labelColumn=words'],
      'labelColumn',
      /text column and/,
    ],
    ['one label', rows(['good']), [], 'path', /No column .* looks like a class label|needs two classes/],
    ['too few rows', 'words,class\na,good\n', [], 'path', /No column|too few/],
    ['a binary file', 'PAR1 cut in half', [], 'path', /bad\.csv/],
  ])(
    'says what is wrong with %s',
    async (_name, content, settings, param, sentence) => {
      await writeFile(file('bad.csv'), content);
      const { code, data } = await checked(
        'bad.csv',
        ...settings.map((one) => `nodes.dataset.params.${one}`),
      );
      expect(code).toBe(3);
      expect(data).toHaveLength(1);
      expect(data[0]?.message).toMatch(sentence);
      expect(data[0]?.path).toBe(`nodes.dataset.params.${param}`);
    },
    30_000,
  );

  it('says of a validation file that it has other labels, or is not there', async () => {
    await writeFile(file('test.csv'), rows(['good', 'odd'], 'book'));
    const param = 'nodes.dataset.params.validationPath';
    const other = await checked('good.csv', `${param}=${file('test.csv')}`);
    expect(other.code).toBe(3);
    expect(other.data[0]?.message).toMatch(/labels that no training row has: "odd"/);
    const none = await checked('good.csv', `${param}=${file('none.csv')}`);
    expect(none.data).toMatchObject([{ path: param, message: expect.stringMatching(/There is no file/) }]);
  }, 30_000);

  it('says that rows cannot be divided by a column that is not there', async () => {
    const { code, data } = await checked(
      'good.csv',
      'nodes.shard.params.mode=column',
      'nodes.shard.params.column=author',
    );
    expect(code).toBe(3);
    expect(data[0]?.message).toMatch(/"author"/);
  }, 30_000);

  it('leaves the data alone where it is told to', async () => {
    const result = await shuurai(
      home,
      'validate',
      file('s.swarm'),
      '--no-data',
      '--data',
      `dataset=${file('none.csv')}`,
    );
    expect(result.stdout).toContain('can run');
    expect(result.code).toBe(0);
  }, 30_000);
});
