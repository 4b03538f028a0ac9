import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { wholeSwarm } from '../document/build.testing.ts';
import { serialize } from '../document/serialize.ts';
import type { RunState } from '../protocol/events.ts';
import { openRunStore } from '../runs/openRunStore.ts';
import type { RunHandle, RunStore } from '../runs/types.ts';
import { sayCutOff } from './sayCutOff.ts';

let dir: string;
let store: RunStore;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shuurai-cut-off-'));
  store = openRunStore(dir);
});
afterEach(async () => {
  store.close();
  await rm(dir, { recursive: true, force: true });
});

/** A run left in this state, as a process that died leaves it: claimed by nobody. */
function leftAs(state: RunState): RunHandle {
  const made = store.create({
    name: 'cut',
    document: serialize(wholeSwarm()),
    seed: 1,
    rounds: 9,
    fish: 4,
    task: 'classification',
    executor: 'onnx',
    engineVersion: '1.0.0',
  });
  made.setState(state);
  made.append(3, 1, { type: 'state', state });
  made.close();
  return store.open(made.id);
}

const states = (run: RunHandle) =>
  run.events(0, 99, ['state']).map((event) => (event.type === 'state' ? event.state : null));

it('completes the record of a run whose process died, once', () => {
  const run = leftAs('running');
  sayCutOff(run);
  sayCutOff(run);
  expect(states(run)).toEqual(['running', 'interrupted']);
  expect(run.summary().state).toBe('interrupted');
  run.close();
});

it('leaves a run that ended by itself as it is', () => {
  const run = leftAs('stopped');
  sayCutOff(run);
  expect(states(run)).toEqual(['stopped']);
  run.close();
});

it('leaves a run alone that somebody works on', () => {
  const run = leftAs('running');
  const worker = store.open(run.id);
  worker.claim();
  worker.setState('running');
  sayCutOff(run);
  expect(states(run)).toEqual(['running']);
  worker.close();
  run.close();
});
