import { cpSync, readdirSync, truncateSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallSwarm } from '../host/smallSwarm.testing.ts';
import { type Finished, jsonLines, shuurai, startShuurai } from './shuurai.testing.ts';

let home: string;
const file = (name: string): string => join(home, name);
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'shuurai-bad-'));
  await writeFile(file('s.swarm'), smallSwarm({ 'run.rounds': '1', 'nodes.crash.params.round': '1' }));
  await mkdir(file('folder'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** A sentence for a person, and no trace of the program. */
function expectSentence(result: Finished, code: number, sentence: RegExp): void {
  expect(result.stderr).toMatch(sentence);
  expect(result.stderr).not.toMatch(/\n\s+at /);
  expect(result.code).toBe(code);
}
const runsKept = async (): Promise<unknown[]> => jsonLines((await shuurai(home, 'runs', '--json')).stdout);

describe('a swarm file', () => {
  const nodes = (count: number): string =>
    Array.from(
      { length: count },
      (_, i) => `"x${i}":{"kind":"fish","position":{"x":0,"y":0},"params":{}}`,
    ).join();
  const entries = (count: number, one: unknown) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`x${i}`, one]));
  it.each<[string, string, RegExp]>([
    ['that is empty', '', /line 1, column 1: The file is empty/],
    ['of bytes that are no text', '\u0000\u0001PK\u0003\u0004', /a character that is not text/],
    ['that is a list', '[1, 2]', /holds one JSON object, but this is a list/],
    ['nested without end', '{"a":'.repeat(100_000), /nested more than 64 levels deep/],
    [
      'of 17 million characters',
      `{"version":1,"x":"${'x'.repeat(17_000_000)}"}`,
      /has 16 million characters|a swarm has at most 16/,
    ],
    [
      'with keys that reach into prototypes',
      '{"version":1,"__proto__":{"kind":"x"}}',
      /The key "__proto__" is not allowed/,
    ],
    [
      'of 100,000 nodes',
      JSON.stringify({ version: 1, nodes: entries(100_000, { kind: 'fish', position: { x: 0, y: 0 } }) }),
      /holds at most 10,000 "nodes", but this one has 100,000/,
    ],
    [
      'of 10,000 groups inside each other',
      JSON.stringify({ version: 1, groups: entries(10_000, { name: 'g', parent: 'x1' }) }),
      /holds at most 500 "groups"/,
    ],
    ['of a newer version', '{"version":99}', /newer Shuurai.*update the application/],
    [
      'with nothing but a goal',
      '{"version":1,"nodes":{"goal":{"kind":"goal","position":{"x":0,"y":0},"params":{}}}}',
      /nothing to learn from yet: add a dataset/,
    ],
    [
      'with a node where nobody can see it',
      '{"version":1,"nodes":{"goal":{"kind":"goal","position":{"x":1e300,"y":0},"params":{}}}}',
      /"nodes\.goal\.position\.x" must be at most 1,000,000, not/,
    ],
    ['with 3,000 nodes', `{"version":1,"nodes":{${nodes(3000)}}}`, /has 3,000 nodes/],
  ])(
    '%s is refused, and stays as it is',
    async (_name, content, sentence) => {
      await writeFile(file('bad.swarm'), content);
      expectSentence(await shuurai(home, 'run', file('bad.swarm')), 2, sentence);
      expect(await readFile(file('bad.swarm'), 'utf8')).toBe(content);
    },
    30_000,
  );

  it('in the UTF-16 of a Windows shell is read all the same', async () => {
    const text = await readFile(file('s.swarm'), 'utf8');
    await writeFile(file('wide.swarm'), Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect((await shuurai(home, 'validate', file('wide.swarm'))).code).toBe(0);
  }, 30_000);

  it('that is a folder, a device, or may not be read is refused', async () => {
    expectSentence(await shuurai(home, 'validate', file('folder')), 2, /is a folder\. Name a \.swarm file/);
    if (process.platform === 'win32') return;
    expectSentence(await shuurai(home, 'validate', '/dev/zero'), 2, /is not an ordinary file/);
    const secret = file('secret.swarm');
    await writeFile(secret, '{}');
    await chmod(secret, 0o000);
    // Root may read everything except what the kernel refuses.
    const unreadable = process.getuid?.() === 0 ? '/proc/self/mem' : secret;
    expectSentence(await shuurai(home, 'validate', unreadable), 2, /cannot be read: .*Check its permissions/);
  }, 30_000);
});

describe('an argument', () => {
  it.each<[string[], RegExp]>([
    [['--set', 'nodes.fish.params.layers=NaN'], /must be a whole number from 1 to 24, not "NaN"/],
    [['--set', 'nodes.fish.params.learningRate=Infinity'], /must be a number from .* not "Infinity"/],
    [['--set', 'nodes.fish.params.dropout=-1e999'], /must be a number from 0/],
    [['--set', 'nodes.fish.params.wdith=64'], /nothing that can be set.*width/s],
    [['--set', 'nodes.nobody.params.width=64'], /has no node "nobody"/],
    [['--set', '__proto__.polluted=1'], /nothing that can be set/],
    [['--set', 'nodes.fish.params.constructor=1'], /nothing that can be set/],
    [['--set', 'run.rounds'], /--set takes PATH=VALUE/],
    [['--data', 'nobody=x.csv'], /has no dataset "nobody". There is: dataset/],
    [['--data', 'dataset'], /--data takes ID=PATH/],
    [['--seed', 'abc'], /--seed takes a whole number from 0 to 4294967295, but got "abc"/],
    [['--seed'], /^--seed needs a value after it\. See/],
    [['--json=yes'], /^--json takes no value/],
    [['-x'], /^There is no option -x/],
    [['--seed', '-1'], /--seed needs a value after it; one that begins with a dash is written --seed=-VALUE/],
    [['--seed=-1'], /--seed takes a whole number/],
    [['--rounds', '0'], /--rounds takes a whole number from 1/],
    [['--executor', 'gpu'], /no executor "gpu"/],
    [['--threads', '0'], /--threads takes a whole number from 1/],
  ])(
    '%j is refused before a run is kept',
    async (args, sentence) => {
      expectSentence(await shuurai(home, 'run', file('s.swarm'), ...args), 2, sentence);
    },
    30_000,
  );

  it('so refused left no run behind', async () => {
    expect(await runsKept()).toEqual([]);
  }, 30_000);

  it('that names no template, run, command or folder is refused', async () => {
    const cases: [string[], RegExp][] = [
      [['templates', 'new', 'distribtued', file('x.swarm')], /no template "distribtued".*distributed/],
      [
        ['templates', 'new', 'distributed', file('no/x.swarm')],
        /could not be written: .*Choose another place/,
      ],
      [['runs', 'show', 'nobody'], /no run "nobody".*runs list/],
      [['runs', 'delete', '../../etc'], /no run/],
      [['runs', 'compare', 'a', 'b'], /no run "a"/],
      [['predict', '__proto__', '--text', 'x'], /no run "__proto__"/],
      [['run', 'nobody', '--resume'], /neither a run nor a swarm file "nobody"/],
      [['run', file('s.swarm'), '--resume'], /nothing to resume/],
    ];
    const results = await Promise.all(cases.map(([args]) => shuurai(home, ...args)));
    for (const [i, result] of results.entries()) expectSentence(result, 2, cases[i]![1]);
  }, 60_000);
});

describe('a data file', () => {
  it.each<[string, string | null, RegExp]>([
    ['none.csv', null, /There is no file ".*none\.csv"/],
    ['folder', null, /is a folder\. Choose a file in it/],
    ['one.csv', 'text\na\nb\n', /has one column/],
    ['half.parquet', 'PAR1 cut in half', /half\.parquet/],
    ['wrong.jsonl', '{"text": "a", "label"', /wrong\.jsonl/],
  ])(
    '%s ends the run with a sentence and exit code 3',
    async (name, content, sentence) => {
      if (content !== null) await writeFile(file(name), content);
      expectSentence(
        await shuurai(home, 'run', file('s.swarm'), '--data', `dataset=${file(name)}`),
        3,
        sentence,
      );
    },
    30_000,
  );

  it('with labels the training rows lack is refused, as validation file', async () => {
    const rows = (labels: string[]): string =>
      `text,label\n${Array.from({ length: 40 }, (_, i) => `film ${i},${labels[i % labels.length]}`).join('\n')}\n`;
    await writeFile(file('train.csv'), rows(['good', 'bad']));
    await writeFile(file('test.csv'), rows(['good', 'bad', 'odd']).replaceAll('film', 'book'));
    const args = [
      '--data',
      `dataset=${file('train.csv')}`,
      '--set',
      `nodes.dataset.params.validationPath=${file('test.csv')}`,
    ];
    expectSentence(
      await shuurai(home, 'run', file('s.swarm'), ...args),
      3,
      /labels that no training row has: "odd"/,
    );
  }, 30_000);
});

describe('a kept run', () => {
  const out = (): string => file('run');
  const damaged = async (name: string, damage: (dir: string) => Promise<void> | void): Promise<string> => {
    cpSync(out(), file(name), { recursive: true });
    await damage(file(name));
    return file(name);
  };
  const overDatabase = async (dir: string, content: string): Promise<void> => {
    for (const name of await readdir(dir)) if (/-(wal|shm)$/.test(name)) await rm(join(dir, name));
    await writeFile(join(dir, 'events.sqlite'), content);
  };
  beforeAll(async () => {
    expect((await shuurai(home, 'run', file('s.swarm'), '--out', out())).code).toBe(0);
  }, 60_000);

  it('answers questions that make no sense with a sentence', async () => {
    await writeFile(file('others.csv'), 'text,label\na film,unheard\nb film,music\n');
    await writeFile(file('pixels.txt'), '\u0000\u0001\u0002\u0000PNG');
    await writeFile(file('nothing.txt'), '');
    const cases: [string[], number, RegExp][] = [
      [['eval', out(), '--data', file('others.csv')], 3, /labels the swarm was not trained on: "unheard"/],
      [['eval', out(), '--data', file('none.csv')], 3, /There is no file/],
      [['eval', out()], 2, /--data PATH/],
      [['predict', out(), '--file', file('pixels.txt')], 3, /binary file, not text/],
      [['predict', out(), '--file', file('folder')], 3, /is a folder/],
      [['predict', out(), '--file', file('nothing.txt')], 3, /is empty/],
      [['predict', out(), '--text', 'x', '--fish', 'ghost'], 2, /no fish "ghost"/],
      [['run', file('s.swarm'), '--out', out()], 2, /already holds a run.*--resume/],
      [
        ['run', file('s.swarm'), '--out', join(file('s.swarm'), 'run')],
        2,
        /cannot be opened or made.*Check the path/,
      ],
      ...(process.platform === 'linux'
        ? [
            [['run', file('s.swarm'), '--out', '/proc/run'], 2, /cannot be opened or made/] satisfies [
              string[],
              number,
              RegExp,
            ],
          ]
        : []),
    ];
    for (const [args, code, sentence] of cases) expectSentence(await shuurai(home, ...args), code, sentence);
  }, 60_000);

  it('whose database is damaged is named so, hides no other run, and can be deleted', async () => {
    for (const [name, content] of [
      ['garbage', 'x'.repeat(9000)],
      ['cut', `SQLite format 3\u0000${'y'.repeat(300)}`],
    ] as const) {
      const dir = await damaged(name, (copy) => overDatabase(copy, content));
      for (const args of [
        ['runs', 'show', dir],
        ['predict', dir, '--text', 'x'],
        ['run', dir, '--resume'],
      ])
        expectSentence(await shuurai(home, ...args), 2, /is damaged.*delete the run/);
      expect((await shuurai(home, 'runs', 'list')).code).toBe(0);
      expect((await shuurai(home, 'runs', 'delete', dir)).code).toBe(0);
      await expect(readdir(dir)).rejects.toThrow('ENOENT');
    }
  }, 60_000);

  it('whose checkpoints were cut begins anew, and says so', async () => {
    const dir = await damaged('no-checkpoint', (copy) => {
      const checkpoints = join(copy, 'checkpoints');
      for (const name of readdirSync(checkpoints))
        truncateSync(join(checkpoints, name, 'tensors.safetensors'), 64);
    });
    expectSentence(await shuurai(home, 'predict', dir, '--text', 'x'), 2, /no checkpoint that can be read/);
    const resumed = await shuurai(home, 'run', dir, '--resume', '--json');
    expect(resumed.code).toBe(0);
    expect(resumed.stdout).toMatch(
      /No checkpoint of the 1 rounds this run had done can be read, so it begins anew/,
    );
    expect((await shuurai(home, 'predict', dir, '--text', 'x')).code).toBe(0);
  }, 60_000);

  it.each(['{', '{}', '[1]', ''])(
    'whose tokenizer or preparation holds %j is named so',
    async (content) => {
      for (const name of ['tokenizer.json', 'prepared.json']) {
        const dir = await damaged(`bad-${name}`, (copy) => writeFile(join(copy, 'files', name), content));
        expectSentence(
          await shuurai(home, 'predict', dir, '--text', 'x'),
          2,
          new RegExp(`"${name}" of run .* is damaged`),
        );
        await rm(dir, { recursive: true });
      }
    },
    30_000,
  );

  it('is found although the index of the runs was damaged', async () => {
    const run = await shuurai(home, 'run', file('s.swarm'), '--json');
    const dir = jsonLines(run.stdout).at(-1)?.runDir;
    await writeFile(join(home, 'runs', 'index.sqlite'), 'x'.repeat(5000));
    expect(await runsKept()).toContainEqual(expect.objectContaining({ runDir: dir, state: 'finished' }));
  }, 60_000);
});

it('a home that cannot be one is named', async () => {
  const { finished } = startShuurai(file('s.swarm'), ['runs', 'list'], home);
  expectSentence(await finished, 2, /cannot be opened or made/);
}, 30_000);
