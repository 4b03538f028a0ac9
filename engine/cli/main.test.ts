import { type ChildProcess, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jsonLines, shuurai, startShuurai } from './shuurai.testing.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'shuurai-cli-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const file = (name: string): string => join(home, name);
/** A distributed swarm so small that a test can wait for it. */
const SMALL = [
  'nodes.dataset.params.examples=300',
  'nodes.fish.params.count=4',
  'nodes.crash.params.round=2',
  'nodes.shard.params.replicas=2',
  'nodes.fish.params.width=16',
  'nodes.fish.params.heads=2',
  'nodes.fish.params.feedForward=32',
  'run.local=4 steps',
].flatMap((set) => ['--set', set]);

async function newSwarm(): Promise<string> {
  const path = file('s.swarm');
  expect((await shuurai(home, 'templates', 'new', 'distributed', path)).code).toBe(0);
  return path;
}

/** Resolves once the process printed this; rejects where it ended before. */
function printed(child: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(text)) resolve();
    });
    child.on('exit', (code) => reject(new Error(`It ended with ${code} before it printed ${text}.`)));
  });
}

describe('shuurai without a swarm', () => {
  it('shows what it can do and which version it is', async () => {
    const help = await shuurai(home, '--help');
    expect(help.code).toBe(0);
    for (const command of ['validate', 'run', 'predict', 'eval', 'templates', 'runs', 'app'])
      expect(help.stdout).toContain(command);
    expect((await shuurai(home, '--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await shuurai(home, 'run', '--help')).stdout).toContain('--resume');
  });

  it('guesses what was meant and exits with 2', async () => {
    const command = await shuurai(home, 'vaildate', 'x');
    expect(command.code).toBe(2);
    expect(command.stderr).toContain('validate');
    const option = await shuurai(home, 'run', 'x.swarm', '--sed', '1');
    expect(option.code).toBe(2);
    expect(option.stderr).toContain('--sed');
    expect(option.stderr).toContain('seed');
    expect((await shuurai(home, 'eval')).stderr).toContain('Usage: shuurai eval');
  });

  it('lists templates and never writes over a file', async () => {
    const list = await shuurai(home, 'templates', 'list', '--json');
    expect(jsonLines(list.stdout).map(({ name }) => name)).toContain('distributed');
    const path = await newSwarm();
    const own = join(home, 'templates');
    await mkdir(own);
    await writeFile(
      join(own, 'pond.swarm'),
      (await readFile(path, 'utf8')).replace('"Distributed"', '"Pond"'),
    );
    await writeFile(join(own, 'torn.swarm'), '{ "version": 1, "nodes"');
    const mine = jsonLines((await shuurai(home, 'templates', 'list', '--json')).stdout);
    expect(mine).toContainEqual(expect.objectContaining({ name: 'mine/pond', title: 'Pond' }));
    expect(mine).toContainEqual(
      expect.objectContaining({ name: 'mine/torn', problem: expect.stringMatching(/line 1/i) }),
    );
    expect((await shuurai(home, 'templates', 'new', 'mine/pond', file('pond.swarm'))).code).toBe(0);
    expect(await readFile(file('pond.swarm'), 'utf8')).toContain('"Pond"');
    expect((await shuurai(home, 'templates', 'new', 'mine/torn', file('t.swarm'))).stderr).toMatch(/line 1/i);
    await writeFile(path, 'mine');
    const again = await shuurai(home, 'templates', 'new', 'distributed', path);
    expect(again.code).toBe(2);
    expect(await readFile(path, 'utf8')).toBe('mine');
    expect((await shuurai(home, 'templates', 'new', 'distribted', file('x.swarm'))).stderr).toContain(
      'distributed',
    );
  });
});

describe('shuurai validate', () => {
  it('says yes to a template and names every problem of a broken one', async () => {
    const path = await newSwarm();
    expect((await shuurai(home, 'validate', path)).code).toBe(0);
    const broken = await shuurai(home, 'validate', path, '--json', '--set', 'nodes.fish.params.heads=3');
    expect(broken.code).toBe(2);
    expect(jsonLines(broken.stdout)[0]).toMatchObject({
      valid: false,
      diagnostics: [{ code: 'heads-divide-width', nodeId: 'fish' }],
    });
  });

  it('finds the place where a file was cut in half, and a file that is not there', async () => {
    const path = await newSwarm();
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.slice(0, text.length / 2));
    const cut = await shuurai(home, 'validate', path);
    expect(cut.code).toBe(2);
    expect(cut.stderr).toMatch(/line \d+, column \d+/);
    const missing = await shuurai(home, 'validate', file('none.swarm'));
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('does not exist');
  });
});

describe('shuurai run', () => {
  it('trains, keeps the run, answers and measures', async () => {
    const path = await newSwarm();
    const run = await shuurai(home, 'run', path, '--json', '--rounds', '2', ...SMALL);
    expect(run.stderr).toBe('');
    expect(run.code).toBe(0);
    const events = jsonLines(run.stdout);
    expect(events[0]).toMatchObject({ id: 1 });
    const summary = events.at(-1);
    expect(summary).toMatchObject({
      type: 'summary',
      rounds: 2,
      metrics: { 'swarm/accuracy': expect.any(Number) },
    });
    const dir = String(summary?.runDir);

    const listed = jsonLines((await shuurai(home, 'runs', 'list', '--json')).stdout);
    expect(listed).toMatchObject([{ state: 'finished', round: 2 }]);
    const predicted = jsonLines(
      (await shuurai(home, 'predict', dir, '--text', 'a good film', '--json')).stdout,
    );
    expect(predicted[0]).toMatchObject({
      text: 'a good film',
      label: expect.any(String),
      fish: [{}, {}, {}, {}],
    });

    await writeFile(file('test.csv'), 'text,label\na good film,music\na bad film,space\n');
    const evaluated = await shuurai(
      home,
      'eval',
      dir,
      '--data',
      file('test.csv'),
      '--shapley',
      '20',
      '--json',
    );
    expect(jsonLines(evaluated.stdout)[0]).toMatchObject({
      type: 'eval',
      examples: 2,
      meanFish: { accuracy: expect.any(Number) },
      shapley: {
        orders: 20,
        fish: expect.arrayContaining([{ id: 'fish:1', value: expect.any(Number) }]),
      },
    });

    const deleted = await shuurai(home, 'runs', 'delete', String(listed[0]?.id));
    expect(deleted.code).toBe(0);
    expect((await shuurai(home, 'runs', 'list', '--json')).stdout).toBe('');
  }, 120_000);

  it('goes on after a SIGKILL as if nothing had happened', async () => {
    const path = await newSwarm();
    const args = ['--json', '--rounds', '6', ...SMALL, '--set', 'run.checkpointEvery=2'];
    const whole = await shuurai(home, 'run', path, ...args, '--out', file('whole'));
    expect(whole.code).toBe(0);

    const { child, finished } = startShuurai(home, ['run', path, ...args, '--out', file('killed')]);
    await printed(child, '"type":"checkpoint"');
    child.kill('SIGKILL');
    expect((await finished).signal).toBe('SIGKILL');
    expect((await shuurai(home, 'run', file('killed'), '--resume', '--seed', '2')).stderr).toContain(
      '--seed',
    );
    const resumed = await shuurai(home, 'run', file('killed'), '--resume', '--json');
    expect(resumed.code).toBe(0);
    const metrics = (text: string): unknown => jsonLines(text).at(-1)?.metrics;
    expect(metrics(resumed.stdout)).toEqual(metrics(whole.stdout));

    const compared = await shuurai(home, 'runs', 'compare', file('whole'), file('killed'), '--json');
    const [{ metrics: pair = [], differences = [] } = {}] = jsonLines(compared.stdout);
    expect(differences).toMatchObject([{ changes: [] }]);
    expect(Array.isArray(pair) && pair[0]).toEqual(Array.isArray(pair) && pair[1]);
    const other = await shuurai(home, 'run', path, ...args, '--seed', '9', '--out', file('other'));
    expect(other.code).toBe(0);
    const table = await shuurai(home, 'runs', 'compare', file('whole'), file('other'));
    expect(table.stdout).toMatch(/swarm\/accuracy +\d/);
    expect(table.stdout).toMatch(/~ Run settings: seed 1 -> 9/);
    const joined = await shuurai(home, 'runs', 'compare', file('whole'), file('other'), '--seeds', 'join');
    expect(joined.stdout).toMatch(/swarm\/accuracy +\d\.\d+ ± \d/);

    const found = jsonLines(
      (await shuurai(home, 'runs', 'list', '--json', '--search', 'distributed')).stdout,
    );
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ tags: [], spark: expect.any(Array), bytes: expect.any(Number) });
    expect((await shuurai(home, 'runs', 'list', '--search', 'nothing')).stdout).toMatch(/None of the 3/);
    const deleted = await shuurai(home, 'runs', 'delete', file('whole'), file('other'));
    expect(deleted.stdout.match(/is deleted/g)).toHaveLength(2);
    expect(jsonLines((await shuurai(home, 'runs', 'list', '--json')).stdout)).toHaveLength(1);
  }, 300_000);

  it('saves a checkpoint on Ctrl-C and exits with 130', async () => {
    const path = await newSwarm();
    const { child, finished } = startShuurai(home, ['run', path, '--json', '--rounds', '5000', ...SMALL]);
    await printed(child, 'swarm/accuracy');
    const again = await shuurai(home, 'run', path, '--rounds', '5000', ...SMALL, '--resume');
    expect(again.code).toBe(2); // nothing unfinished: the one there is runs
    child.kill('SIGINT');
    child.kill('SIGINT'); // as from a terminal and from the bin at once
    const { code, stderr } = await finished;
    expect(code).toBe(130);
    expect(stderr).toContain('--resume');
    expect(jsonLines((await shuurai(home, 'runs', 'list', '--json')).stdout)).toMatchObject([
      { state: 'stopped' },
    ]);
  }, 120_000);

  const canMount = process.platform === 'linux' && process.getuid?.() === 0;
  it.skipIf(!canMount)(
    'meets a full disk with a sentence and resumes once there is space (needs root)',
    async (context) => {
      const disk = file('disk');
      await mkdir(disk);
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]).status !== 0)
        context.skip('this root may not mount a tmpfs');
      try {
        const path = await newSwarm();
        const big = ['--set', 'nodes.fish.params.feedForward=256', '--set', 'run.checkpointEvery=1'];
        const out = join(disk, 'run');
        const run = await shuurai(home, 'run', path, '--rounds', '12', ...SMALL, ...big, '--out', out);
        expect(run.stderr).toMatch(
          /could not be written because the disk is full\. Free some space and resume/,
        );
        expect(run.code).toBe(1);
        expect(spawnSync('mount', ['-o', 'remount,size=50m', disk]).status).toBe(0);
        const resumed = await shuurai(home, 'run', out, '--resume', '--json');
        expect(resumed.code).toBe(0);
        expect(jsonLines(resumed.stdout).at(-1)).toMatchObject({ type: 'summary', rounds: 12 });
        expect(resumed.stdout).toMatch(/"resumedFrom":[1-9]/);
      } finally {
        spawnSync('umount', [disk]);
      }
    },
    120_000,
  );

  it.each([
    ['a CSV with one column', 'text\none\ntwo\n', 3],
    ['an empty file', '', 3],
    ['a binary file', '\u0000\u0001\u0002\u0000PNG', 3],
    ['one label only', 'text,label\na,x\nb,x\nc,x\n', 3],
  ])('meets %s with a sentence and exit code 3', async (_name, content, code) => {
    const path = await newSwarm();
    await writeFile(file('bad.csv'), content);
    const run = await shuurai(home, 'run', path, '--data', `dataset=${file('bad.csv')}`);
    expect(run.code).toBe(code);
    expect(run.stderr).toMatch(/bad\.csv|the dataset/);
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });

  it('refuses an invalid swarm before anything starts', async () => {
    const path = await newSwarm();
    const run = await shuurai(home, 'run', path, '--set', 'nodes.fish.params.heads=7');
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('heads');
    expect((await shuurai(home, 'runs', 'list', '--json')).stdout).toBe('');
    expect((await shuurai(home, 'run', path, '--data', 'nothing=x.csv')).stderr).toContain('dataset');
    expect((await shuurai(home, 'run', path, '--seed', 'x')).code).toBe(2);
  });
});
