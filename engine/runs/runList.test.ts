import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunQuery, runLabelsSchema, runQuerySchema } from '../protocol/api/runs.ts';
import { openRunStore } from './openRunStore.ts';
import type { NewRun, RunStore } from './types.ts';

let base: string;
let store: RunStore;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'shuurai-list-'));
  store = openRunStore(base);
});
afterEach(() => {
  store.close();
  rmSync(base, { recursive: true, force: true });
});

const newRun: NewRun = {
  name: 'Distributed',
  document: '{"version":1}',
  seed: 1,
  rounds: 50,
  fish: 8,
  task: 'classification',
  executor: 'onnx',
  engineVersion: '0.1.0',
};

/** A finished run whose accuracy went up to `accuracy`. */
function finished(change: Partial<NewRun>, accuracy?: number): string {
  const run = store.create({ ...newRun, ...change });
  if (accuracy !== undefined) {
    for (const round of [1, 2]) {
      const values = { 'swarm/accuracy': (accuracy * round) / 2 };
      run.append(round, round, { type: 'metrics', step: round, values });
    }
    run.update({ round: 2, metrics: { 'swarm/accuracy': accuracy } });
  }
  run.setState('finished');
  run.close();
  return run.id;
}

function label(id: string, labels: Parameters<typeof runLabelsSchema.parse>[0]): void {
  const run = store.open(id);
  run.label(runLabelsSchema.parse(labels));
  run.close();
}

const find = (query: Partial<RunQuery>) => store.query(runQuerySchema.parse(query));
const ids = (query: Partial<RunQuery>) => find(query).runs.map(({ id }) => id);

describe('the list of runs', () => {
  it('finds runs by words of name, tags and note, by state, swarm and tag', () => {
    const plain = finished({ name: 'Distributed' });
    const tagged = finished({ name: 'Committee' });
    label(tagged, { add: ['Paper', 'best'], note: 'Twice as many fish.' });
    const waiting = store.create({ ...newRun, name: 'Waits' });
    expect(new Set(ids({}))).toEqual(new Set([plain, tagged, waiting.id]));
    expect(ids({ search: 'comm' })).toEqual([tagged]);
    expect(ids({ search: 'TWICE paper' })).toEqual([tagged]);
    expect(ids({ search: 'twice nothing' })).toEqual([]);
    expect(ids({ search: '100% _ \' "' })).toEqual([]);
    expect(ids({ states: ['queued'] })).toEqual([waiting.id]);
    expect(ids({ name: 'Distributed' })).toEqual([plain]);
    expect(ids({ tag: 'Paper' })).toEqual([tagged]);
    expect(find({ search: 'comm' })).toMatchObject({
      found: 1,
      all: 3,
      names: ['Committee', 'Distributed', 'Waits'],
      tags: ['best', 'Paper'],
    });
    waiting.close();
    expect(ids({ states: ['interrupted'] })).toEqual([waiting.id]);
  });

  it('sorts both ways with unmeasured runs last, and gives page after page', () => {
    const good = finished({ seed: 2 }, 0.9);
    const none = finished({ seed: 3 });
    const bad = finished({ seed: 1 }, 0.4);
    expect(ids({ sort: 'accuracy', down: true })).toEqual([good, bad, none]);
    expect(ids({ sort: 'accuracy', down: false })).toEqual([bad, good, none]);
    expect(ids({ sort: 'seed', down: false, limit: 2 })).toEqual([bad, good]);
    expect(ids({ sort: 'seed', down: false, offset: 2, limit: 2 })).toEqual([none]);
  });

  it('draws the way of the accuracy and tells what a run takes on disk', () => {
    const id = finished({}, 0.8);
    const before = find({}).runs[0]!;
    expect(before.spark).toEqual([0.4, 0.8]);
    expect(before.bytes).toBeGreaterThan(4096);
    const run = store.open(id);
    run.writeFile('labels.json', 'x'.repeat(1_000_000));
    run.setState('stopped');
    run.close();
    expect(find({}).bytes - before.bytes).toBeGreaterThan(900_000); // the journal of the database shrinks
  });

  it('keeps tags and notes with the run, also when the index is lost', () => {
    const id = finished({});
    label(id, { add: ['a', 'b', 'a'] });
    label(id, { add: ['c'], remove: ['a'] });
    label(id, { note: 'why' });
    store.close();
    for (const end of ['', '-wal', '-shm']) rmSync(join(base, `index.sqlite${end}`), { force: true });
    store = openRunStore(base);
    expect(find({}).runs[0]).toMatchObject({ tags: ['b', 'c'], note: 'why' });
    label(id, { note: '' });
    expect(find({}).runs[0]).toMatchObject({ tags: ['b', 'c'], note: '' });
  });

  it('forgets a run whose folder was removed by hand', () => {
    const gone = finished({});
    const kept = finished({});
    rmSync(join(base, gone), { recursive: true });
    expect(find({})).toMatchObject({ found: 1, runs: [{ id: kept }] });
  });

  it('opens a run that version 1 wrote, and labels it', () => {
    const dir = join(base, '20261101-0900-old-0a1b');
    mkdirSync(dir);
    const old = new DatabaseSync(join(dir, 'events.sqlite'));
    old.exec(readFileSync(new URL('./fixtures/events-v1.sql', import.meta.url), 'utf8'));
    old.close();
    store.close();
    store = openRunStore(base);
    expect(find({}).runs).toMatchObject([{ name: 'Old', tags: [], note: '', spark: [0.5, 0.75] }]);
    label('20261101-0900-old-0a1b', { add: ['kept'] });
    expect(find({ tag: 'kept' }).found).toBe(1);
    const run = store.open(dir);
    expect(run.events(0, 10)).toHaveLength(2);
    expect(run.summary()).toMatchObject({ seed: 4, runDir: dir });
    run.close();
  });

  it('stays a page for 5,000 runs', () => {
    const id = finished({}, 0.5);
    const index = new DatabaseSync(join(base, 'index.sqlite'));
    const row = index.prepare('SELECT listing FROM runs').get();
    const listing = JSON.parse(String(row?.listing));
    const insert = index.prepare('INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    index.exec('BEGIN');
    for (let n = 0; n < 5000; n += 1) {
      // The same folder under other spellings, so that each is there.
      const runDir = join(base, id) + '/'.repeat(n + 1);
      const one = { ...listing, runDir, seed: n };
      insert.run(
        runDir,
        id,
        listing.createdAt,
        listing.name,
        listing.state,
        `seed ${n}`,
        1,
        JSON.stringify(one),
      );
    }
    index.exec('COMMIT');
    index.close();
    const page = find({ sort: 'seed', down: true, limit: 100, search: 'seed' });
    expect(page.found).toBe(5000);
    expect(page.runs).toHaveLength(100);
    expect(page.runs[0]?.seed).toBe(4999);
  });
});
