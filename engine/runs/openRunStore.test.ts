import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunEventBody } from '../protocol/events.ts';
import { openRunStore } from './openRunStore.ts';
import type { NewRun, RunStore } from './types.ts';

let base: string;
let store: RunStore;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'shuurai-store-'));
  store = openRunStore(join(base, 'runs'));
});
afterEach(() => {
  store.close();
  rmSync(base, { recursive: true, force: true });
});

const newRun: NewRun = {
  name: 'Distributed, 8 fish',
  document: '{"version":1}',
  seed: 1,
  rounds: 50,
  fish: 8,
  task: 'classification',
  executor: 'onnx',
  engineVersion: '0.1.0',
};

const metrics = (step: number, values: Record<string, number>): RunEventBody => ({
  type: 'metrics',
  step,
  values,
});

describe('a run', () => {
  it('is created with a readable id, in a folder with its document', () => {
    const run = store.create(newRun);
    expect(run.id).toMatch(/^[0-9]{8}-[0-9]{4}-distributed-8-fish-[0-9a-f]{4}$/);
    expect(readdirSync(run.dir)).toEqual(
      expect.arrayContaining(['document.swarm', 'run.json', 'events.sqlite']),
    );
    expect(run.document()).toBe(newRun.document);
    expect(run.summary()).toMatchObject({
      name: newRun.name,
      state: 'queued',
      round: 0,
      metrics: {},
      runDir: run.dir,
    });
    run.close();
  });

  it('is changed field by field, by several handles in turn', () => {
    const run = store.create(newRun);
    const other = store.open(run.id);
    run.update({ round: 3, metrics: { 'swarm/loss': 0.5 } });
    run.flush();
    other.setState('pausing');
    expect(run.summary()).toMatchObject({ round: 3, state: 'pausing', metrics: { 'swarm/loss': 0.5 } });
    run.update({ metrics: { 'swarm/accuracy': 1 } });
    expect(run.summary().metrics).toEqual({ 'swarm/accuracy': 1 });
    other.close();
    run.close();
  });

  it('numbers events without gaps, also from two handles', async () => {
    const run = store.create(newRun);
    const other = store.open(run.id);
    for (let i = 1; i <= 10; i++) {
      const handle = i % 3 === 0 ? other : run;
      expect(handle.append(i, i * 2, { type: 'checkpoint' }).id).toBe(i);
      await Promise.resolve();
    }
    expect(other.events(0, 100).map((event) => event.id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(other.events(4, 2)).toEqual([
      { id: 5, round: 5, time: 10, type: 'checkpoint' },
      { id: 6, round: 6, time: 12, type: 'checkpoint' },
    ]);
    expect(run.lastEventId()).toBe(10);
    other.close();
    run.close();
  });

  it('gives the events of some types alone', () => {
    const run = store.create(newRun);
    for (let i = 1; i <= 4; i++) {
      run.append(i, i, metrics(i, { a: i }));
      run.append(i, i, { type: 'checkpoint' });
    }
    expect(run.events(2, 2, ['checkpoint']).map((event) => event.id)).toEqual([4, 6]);
    expect(run.events(0, 10, ['started', 'warning'])).toEqual([]);
    run.close();
  });

  it('changes its state from beside the loop only where it still is what it was thought to be', () => {
    const run = store.create(newRun);
    run.append(7, 10_000_000_000, { type: 'state', state: 'running' });
    run.setState('running');
    const host = store.open(run.id);
    const event = host.interpose('pausing', ['running'], 'asked');
    expect(event).toEqual({
      id: 2,
      round: 7,
      time: 10_000_000_000,
      type: 'state',
      state: 'pausing',
      reason: 'asked',
    });
    expect(host.events(1, 9)).toEqual([event]);
    run.setState('finished');
    run.flush();
    expect(host.interpose('stopping', ['running', 'pausing'])).toBeNull();
    expect(host.summary().state).toBe('finished');
    expect(host.lastEventId()).toBe(2);
    host.close();
    run.close();
  });

  it('leaves out measurements that are not numbers', () => {
    const run = store.create(newRun);
    const event = run.append(1, 0, metrics(1, { good: 1, bad: Number.NaN, worse: Infinity }));
    expect(event).toMatchObject({ values: { good: 1 } });
    expect(run.events(0, 1)).toEqual([event]);
    expect(run.series(['*'], 10).map((series) => series.name)).toEqual(['good']);
    run.close();
  });

  it('goes back to a checkpointed round, and tells readers of later events from where to read again', () => {
    const run = store.create(newRun);
    for (let round = 1; round <= 200; round++) run.append(round, round, metrics(round, { a: round }));
    run.flush();
    const epoch = run.epoch();
    run.truncateAfter(130);
    expect(run.lastEventId()).toBe(130);
    expect(run.epoch()).toBe(epoch + 1);
    expect(run.lastCommonEvent(epoch)).toBe(130);
    expect(run.lastCommonEvent(run.epoch())).toBe(Number.MAX_SAFE_INTEGER);
    for (let round = 131; round <= 200; round++) run.append(round, round, metrics(round, { a: -round }));
    expect(run.events(129, 2).map((event) => event.id)).toEqual([130, 131]);
    const [series] = run.series(['a'], 2);
    expect(series?.last.at(-1)).toBe(-200);
    expect(Math.max(...(series?.max ?? []))).toBe(130);
    run.close();
  });

  it('keeps files beside it, under plain names only', () => {
    const run = store.create(newRun);
    expect(run.readFile('labels.json')).toBeNull();
    run.writeFile('labels.json', '["a"]');
    run.writeFile('labels.json', '["a","b"]');
    expect(Buffer.from(run.readFile('labels.json') ?? []).toString()).toBe('["a","b"]');
    for (const name of ['../x', 'a/b', '.hidden', '', 'a\\b'])
      expect(() => run.writeFile(name, '')).toThrow('cannot be the name');
    run.close();
  });

  it('keeps checkpoints and their rounds', () => {
    const run = store.create(newRun);
    run.writeCheckpoint({ round: 5, tensors: [], state: { a: 1 } });
    expect(run.readCheckpoint()).toEqual({ round: 5, tensors: [], state: { a: 1 } });
    run.close();
  });
});

describe('series', () => {
  it('give every point where there are few, and faithful buckets where there are many', () => {
    const run = store.create(newRun);
    for (let i = 0; i < 1000; i++)
      run.append(Math.floor(i / 10), i * 2, metrics(i, { 'swarm/loss': Math.sin(i), 'fish/a/loss': i }));
    const [all] = run.series(['swarm/loss'], 1000);
    expect(all?.last).toHaveLength(1000);
    expect(all?.step[17]).toBe(17);
    expect(all?.time[17]).toBe(34);
    for (const maxPoints of [2, 3, 7, 64, 100, 999]) {
      const [series] = run.series(['fish/*'], maxPoints);
      const points = series?.last.length ?? 0;
      expect(points).toBeGreaterThan(0);
      expect(points).toBeLessThanOrEqual(maxPoints);
      expect(series?.min[0]).toBe(0);
      expect(series?.last.at(-1)).toBe(999);
      for (let i = 0; i < points; i++) {
        expect(series?.last[i]).toBe(series?.max[i]);
        expect(series?.step[i]).toBe(series?.last[i]);
        if (i > 0) expect(series?.min[i]).toBe((series?.max[i - 1] ?? 0) + 1);
      }
    }
    const [middle] = run.series(['fish/a/loss'], 5, { axis: 'round', from: 30, to: 59 });
    expect([middle?.min[0], middle?.max.at(-1)]).toEqual([300, 599]);
    expect(run.series(['fish/a/loss'], 5, { axis: 'round', from: 200, to: 300 })).toEqual([]);
    expect(run.series(['nothing'], 5)).toEqual([]);
    run.close();
  });

  it('of very many points agree with the points themselves', async () => {
    const run = store.create(newRun);
    const value = (i: number) => Math.fround(Math.sin(i / 5000) + (i === 177_777 ? 9 : 0));
    for (let i = 0; i < 200_000; i++) {
      run.append(i, i, metrics(i, { a: value(i) }));
      if (i % 5000 === 4999) await Promise.resolve();
    }
    const [series] = run.series(['a'], 1500);
    expect(series?.last.length).toBeGreaterThan(700);
    expect(series?.last.length).toBeLessThanOrEqual(1500);
    expect(Math.max(...(series?.max ?? []))).toBe(value(177_777));
    let start = 0;
    for (let b = 0; b < (series?.last.length ?? 0); b++) {
      const end = (series?.step[b] ?? 0) + 1;
      let low = Infinity;
      let high = -Infinity;
      for (let i = start; i < end; i++) {
        low = Math.min(low, value(i));
        high = Math.max(high, value(i));
      }
      expect([series?.min[b], series?.max[b], series?.last[b]]).toEqual([low, high, value(end - 1)]);
      start = end;
    }
    expect(start).toBe(200_000);
    run.close();
  });
});

describe('the store', () => {
  it('lists runs newest first and forgets deleted and vanished ones', () => {
    const runs = ['one', 'two', 'three'].map((name) => store.create({ ...newRun, name }));
    for (const run of runs) {
      run.setState('finished');
      run.close();
    }
    expect(new Set(store.list().map((run) => run.name))).toEqual(new Set(['one', 'two', 'three']));
    store.delete(runs[0]!.id);
    rmSync(runs[1]!.dir, { recursive: true });
    expect(store.list().map((run) => run.name)).toEqual(['three']);
    expect(() => store.open(runs[0]!.id)).toThrow('There is no run');
  });

  it('is found again in full when the index was lost or damaged', () => {
    const run = store.create(newRun);
    run.update({ state: 'finished', metrics: { 'swarm/accuracy': 0.8 } });
    run.close();
    store.close();
    for (const damage of [
      () =>
        ['', '-wal', '-shm'].forEach((suffix) => {
          rmSync(join(store.root, `index.sqlite${suffix}`), { force: true });
        }),
      () =>
        writeFileSync(join(store.root, 'index.sqlite'), 'this is not a database, not at all, '.repeat(100)),
    ]) {
      damage();
      store = openRunStore(store.root);
      expect(store.list()).toMatchObject([
        { id: run.id, state: 'finished', metrics: { 'swarm/accuracy': 0.8 } },
      ]);
      store.close();
    }
    store = openRunStore(store.root);
  });

  it('passes over folders that are no runs, and runs that cannot be read', () => {
    mkdirSync(join(store.root, 'empty'));
    mkdirSync(join(store.root, 'broken'));
    writeFileSync(join(store.root, 'broken', 'events.sqlite'), 'x'.repeat(5000));
    store.close();
    store = openRunStore(store.root);
    expect(store.list()).toEqual([]);
    expect(() => store.open('broken')).toThrow(/is damaged and cannot be read/);
  });

  it('puts a run into a folder of the user, opens it by path, and deletes only its own files there', () => {
    const dir = join(base, 'mine');
    const run = store.create(newRun, dir);
    run.setState('finished');
    run.close();
    expect(run.dir).toBe(dir);
    expect(() => store.create(newRun, dir)).toThrow(/already holds a run.*--resume/);
    expect(store.list()).toHaveLength(1);
    const other = openRunStore(join(base, 'other'));
    expect(other.open(dir).id).toBe(run.id);
    other.close();
    writeFileSync(join(dir, 'my-notes.txt'), 'keep');
    store.delete(run.id);
    expect(readdirSync(dir)).toEqual(['my-notes.txt']);
    expect(() => store.create(newRun, dir)).toThrow('is not empty');
  });

  it('shows a run whose process was killed as interrupted, and lets only one process work on it', async () => {
    const home = join(base, 'runs');
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--input-type=module',
        '-e',
        `import { openRunStore } from ${JSON.stringify(new URL('./openRunStore.ts', import.meta.url).href)};
         const run = openRunStore(process.argv[1]).create(${JSON.stringify(newRun)});
         run.setState('running');
         for (let i = 1; i <= 100; i++) { run.append(i, i, { type: 'metrics', step: i, values: { a: i } }); await null; }
         run.append(101, 101, { type: 'checkpoint' });
         run.flush();
         console.log(run.id);
         setInterval(() => {}, 1000);`,
        home,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [line] = await once(child.stdout, 'data');
    const id = String(line).trim();
    const run = store.open(id);
    expect(run.summary().state).toBe('running');
    expect(store.list()).toMatchObject([{ id, state: 'running' }]);
    expect(() => run.claim()).toThrow('another Shuurai process');
    expect(() => store.delete(run.id)).toThrow('Stop it before');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(run.summary().state).toBe('interrupted');
    expect(store.list()).toMatchObject([{ id, state: 'interrupted' }]);
    expect(run.lastEventId()).toBe(101);
    run.claim();
    expect(run.summary().state).toBe('interrupted'); // until whoever took it up goes on with it
    run.release();
    run.close();
    store.delete(run.id);
    expect(existsSync(run.dir)).toBe(false);
  });
});
