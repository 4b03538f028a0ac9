import { cpSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExecutor } from '#engine/executors/index.ts';

import { executorForRun } from './executorForRun.ts';
import { executorOf } from './runFiles.ts';
import { createRun } from './swarmRun.ts';
import {
  fishEvents,
  seriesOf,
  states,
  stored,
  TestBench,
  testDocument,
  training,
  trainsIn,
} from './testRun.ts';
import type { SwarmRun } from './types.ts';

// Numbers such as R3 are the rules of docs/spec/run.md.
let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

describe('resuming', () => {
  const document = testDocument({
    run: { rounds: 5, checkpointEvery: 2 },
    faults: [{ fish: [1], round: 2, returnRound: 4 }],
    answer: { kind: 'weighted', by: 'hedge' },
    talk: { family: 'weights', every: 2 },
    fish: { dropout: 0.2 },
  });

  async function finalTensors(handle: ReturnType<TestBench['create']>): Promise<unknown> {
    const checkpoint = handle.readCheckpoint();
    return { round: checkpoint?.round, tensors: checkpoint?.tensors, state: checkpoint?.state };
  }

  it('after a stop in the middle of a round gives bit for bit what an uninterrupted run gives (R17, R18)', async () => {
    const whole = await bench.run(document);
    let asked = false;
    const stopped = await bench.run(document, {
      watch: (event) => {
        if (asked || !trainsIn(event, 3)) return undefined;
        asked = true;
        return { type: 'stop' };
      },
    });
    expect(stopped.end).toMatchObject({ reason: 'stopped', round: 2 });
    expect(states(stopped.events)).toEqual(['preparing', 'running', 'stopping', 'stopped']);
    expect(training(stopped.events).length).toBeLessThan(training(whole.events).length);
    const resumed = await bench.run(document, { handle: stopped.handle, resume: true });
    expect(resumed.events[1]).toMatchObject({ type: 'started', resumedFrom: 2 });
    expect(training(stored(stopped.handle))).toEqual(training(stored(whole.handle)));
    expect(await finalTensors(stopped.handle)).toEqual(await finalTensors(whole.handle));
    expect(stored(stopped.handle).map(({ id }) => id)).toEqual(stored(stopped.handle).map((_, i) => i + 1));
  });

  it('after the process died, also twice, gives what an uninterrupted run gives (R16, R17)', async () => {
    const whole = await bench.run(document);
    const killed = bench.path('killed');
    let handle = bench.create(document);
    // A copy of the folder at that moment is what kill -9 leaves behind.
    await bench.run(document, {
      handle,
      watch: (event) => {
        if (trainsIn(event, 4)) cpSync(handle.dir, killed, { recursive: true, force: true });
        return undefined;
      },
    });
    handle = bench.store.open(killed);
    expect(stored(handle).at(-1)?.round).toBe(4);
    const again = bench.path('killed-again');
    await bench.run(document, {
      handle,
      resume: true,
      watch: (event) => {
        if (trainsIn(event, 3)) cpSync(killed, again, { recursive: true, force: true });
        return undefined;
      },
    });
    expect(training(stored(handle))).toEqual(training(stored(whole.handle)));
    const third = bench.store.open(again);
    await bench.run(document, { handle: third, resume: true });
    expect(training(stored(third))).toEqual(training(stored(whole.handle)));
    expect(await finalTensors(third)).toEqual(await finalTensors(whole.handle));
  });

  it('keeps what commands did before the checkpoint (R9)', async () => {
    let step = 0;
    const { handle } = await bench.run(document, {
      watch: (event) => {
        if (trainsIn(event, 3)) {
          step += 1;
          // Each answer to one of the points of round 3.
          if (step === 1) return { type: 'kill-fish', fish: 'fish-3' as never };
          if (step === 2) return { type: 'set-learning-rate', fish: 'fish-2' as never, value: 0.5 };
          if (step === 3) return { type: 'stop' };
        }
        return undefined;
      },
    });
    const { events } = await bench.run(document, { handle, resume: true });
    expect(fishEvents(stored(handle))).toContainEqual({ round: 3, fish: 'fish-3', state: 'dead' });
    expect(seriesOf(events, 'swarm/liveFish').get(5)).toBe(2);
    // Rate 0.5 at base, falling linearly: far above the 0.01 of the document.
    expect(seriesOf(events, 'fish/fish-2/learningRate').get(4)).toBeGreaterThan(0.05);
  });

  it('on another thread count warns that the numbers will differ (R17)', async () => {
    const { handle } = await bench.run(document, {
      watch: (event) => (trainsIn(event, 2) ? { type: 'stop' } : undefined),
    });
    expect(executorOf(handle)).toEqual({ name: 'onnx', threads: 1 });
    const two = await createExecutor('onnx', { threads: 2 });
    const messages: string[] = [];
    await createRun({
      run: handle,
      executor: two,
      resume: true,
      publish: (event) => {
        if (event.type === 'warning') messages.push(event.message);
      },
    }).run();
    two.dispose();
    expect(messages).toEqual([
      expect.stringMatching(/began on onnx with 1 threads and goes on on onnx with 2/),
    ]);
  });

  it('gets the executor and the threads it began with, whatever would be chosen anew (R17)', async () => {
    const handle = bench.create(document);
    const two = await createExecutor('onnx', { threads: 2 });
    const run: SwarmRun = createRun({
      run: handle,
      executor: two,
      resume: false,
      publish: (event) => {
        if (trainsIn(event, 2)) run.command({ type: 'stop' });
      },
    });
    await run.run();
    two.dispose();
    const again = await executorForRun(handle, { resume: true, name: 'tfjs' });
    expect(again).toMatchObject({ name: 'onnx', threads: 2 });
    again.dispose();
    const anew = await executorForRun(handle, { resume: false, name: 'tfjs' });
    expect(anew.name).toBe('tfjs');
    anew.dispose();
  });

  it('of a finished run ends at once and changes nothing', async () => {
    const { handle, end } = await bench.run(document);
    const before = training(stored(handle));
    const again = await bench.run(document, { handle, resume: true });
    expect(again.end).toEqual(end);
    expect(training(stored(handle))).toEqual(before);
  });
});
