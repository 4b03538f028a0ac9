import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ShuuraiError } from '../core/errors.ts';
import { openRunStore } from '../runs/openRunStore.ts';
import type { RunHandle, RunStore } from '../runs/types.ts';
import { recordEnd } from './recordEnd.ts';
import { smallSwarm } from './smallSwarm.testing.ts';

let root: string;
let store: RunStore;
let run: RunHandle;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'shuurai-end-'));
  store = openRunStore(root);
  run = store.create({
    name: 'a run',
    document: smallSwarm(),
    seed: 1,
    rounds: 9,
    fish: 4,
    task: 'classification',
    executor: 'onnx',
    engineVersion: '0.1.0',
  });
  run.append(3, 500, { type: 'state', state: 'running' });
  run.setState('running');
});
afterEach(async () => {
  run.close();
  store.close();
  await rm(root, { recursive: true, force: true });
});

it('tells of a thread that was cut off, at the round it had reached, and that the run can be resumed', () => {
  recordEnd(run, { kind: 'crashed', reason: 'out of memory' });
  const sentence = 'The run was cut off (out of memory). Resume it: it goes on from its last checkpoint.';
  expect(run.summary()).toMatchObject({ state: 'interrupted', error: sentence });
  expect(run.events(1, 9)).toMatchObject([
    { id: 2, round: 3, type: 'state', state: 'interrupted', reason: sentence },
  ]);
});

it('gives the sentence of an error the loop never saw', () => {
  recordEnd(run, { kind: 'failed', error: new ShuuraiError('executor-unavailable', 'No executor loads.') });
  expect(run.summary()).toMatchObject({ state: 'failed', error: 'No executor loads.' });
});

it('adds nothing to what the loop said itself', () => {
  run.setState('finished');
  recordEnd(run, { kind: 'ended' });
  recordEnd(run, { kind: 'crashed', reason: 'while it was taken down' });
  expect(run.summary()).toMatchObject({ state: 'finished', error: null });
  expect(run.lastEventId()).toBe(1);
});
