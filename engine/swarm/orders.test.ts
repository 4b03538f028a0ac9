import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createRun } from './swarmRun.ts';
import { states, stored, TestBench, testDocument, training, trainsIn } from './testRun.ts';
import type { SwarmRun } from './types.ts';

// Numbers such as R3 are the rules of docs/spec/run.md.
let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

describe('commands', () => {
  it('pause stops every step until resume, and answers questions meanwhile (R9)', async () => {
    const document = testDocument({ run: { rounds: 3 } });
    const given = new Set<string>();
    let atPause = 0;
    let during = -1;
    let label = '';
    const { events, end } = await bench.run(document, {
      watch: (event, run) => {
        if (trainsIn(event, 2) && !given.has('pause')) {
          given.add('pause');
          return { type: 'pause' };
        }
        if (event.type === 'state' && event.state === 'paused') {
          atPause = event.id;
          void run.predict(['a wonderful film']).then((answers) => {
            label = answers[0]!.label;
            setTimeout(() => {
              during = run
                .confusion(null)
                .counts.flat()
                .reduce((a, b) => a + b, 0);
              run.command({ type: 'resume' });
            }, 300);
          });
        }
        return undefined;
      },
    });
    expect(end.round).toBe(3);
    expect(events[atPause]).toMatchObject({ type: 'command', command: { type: 'resume' } });
    expect(label).toMatch(/positive|negative/);
    expect(during).toBe(120); // all validation texts of round 1
    expect(states(events)).toEqual(['preparing', 'running', 'pausing', 'paused', 'running', 'finished']);
  });

  it('for a fish that does not exist, or after the end, are refused with a sentence (R9)', async () => {
    const handle = bench.create(testDocument({ run: { rounds: 1 } }));
    const refusals: string[] = [];
    const run: SwarmRun = createRun({
      run: handle,
      executor: bench.executor,
      resume: false,
      publish: (event) => {
        if (event.type !== 'metrics' || event.round !== 1) return;
        try {
          run.command({ type: 'kill-fish', fish: 'ghost' as never });
        } catch (thrown) {
          refusals.push(String(thrown));
        }
      },
    });
    await run.run();
    expect(refusals[0]).toMatch(/no fish "ghost".*It has fish:1, fish:2, fish:3/);
    expect(() => run.command({ type: 'stop' })).toThrow(/has ended/);
    await expect(run.predict(['x'])).rejects.toThrow(/has ended/);
    await expect(run.run()).rejects.toThrow(/started already/);
  });

  it('stop before anything was learnt leaves a run that can be resumed', async () => {
    const document = testDocument({ run: { rounds: 2 } });
    const { handle, end } = await bench.run(document, {
      watch: (event) => (event.type === 'started' ? { type: 'stop' } : undefined),
    });
    expect(end).toMatchObject({ reason: 'stopped', round: 0 });
    const whole = await bench.run(document);
    await bench.run(document, { handle, resume: true });
    expect(training(stored(handle))).toEqual(training(stored(whole.handle)));
  });
});
