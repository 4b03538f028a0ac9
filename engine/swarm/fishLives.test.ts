import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fishEvents, seriesOf, states, stored, TestBench, testDocument, trainsIn } from './testRun.ts';

// Numbers such as R3 are the rules of docs/spec/run.md.
let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

describe('fish that die', () => {
  it('crash and return at their rounds, do not learn meanwhile, and weigh nothing (R8)', async () => {
    const { events } = await bench.run(
      testDocument({
        run: { rounds: 4 },
        faults: [{ fish: [1, 2], round: 2, returnRound: 4 }],
      }),
    );
    expect(fishEvents(events)).toEqual([
      { round: 2, fish: 'fish:1', state: 'dead' },
      { round: 2, fish: 'fish:2', state: 'dead' },
      { round: 4, fish: 'fish:1', state: 'running' },
      { round: 4, fish: 'fish:2', state: 'running' },
    ]);
    expect([...seriesOf(events, 'swarm/liveFish')]).toEqual([
      [1, 3],
      [2, 1],
      [3, 1],
      [4, 3],
    ]);
    expect([...seriesOf(events, 'fish/fish:1/trainLossRound').keys()]).toEqual([1, 4]);
    expect([...seriesOf(events, 'fish/fish:1/accuracy').keys()]).toEqual([1, 4]);
    // With one live fish the swarm is that fish.
    for (const round of [2, 3]) {
      expect(seriesOf(events, 'swarm/loss').get(round)).toBeCloseTo(
        seriesOf(events, 'fish/fish:3/loss').get(round)!,
        5,
      );
    }
  });

  it('by command leave the others untouched, and come back with the weights they had (R9)', async () => {
    const document = testDocument({ run: { rounds: 4 } });
    const whole = await bench.run(document);
    const given = new Set<string>();
    const once = (key: string): boolean => !given.has(key) && given.add(key) !== undefined;
    let frozen: unknown;
    const { events, handle } = await bench.run(document, {
      watch: (event) => {
        if (trainsIn(event, 2) && once('kill')) return { type: 'kill-fish', fish: 'fish:1' as never };
        if (event.type === 'metrics' && event.round === 3 && once('revive')) {
          frozen = event.values;
          return { type: 'revive-fish', fish: 'fish:1' as never };
        }
        return undefined;
      },
    });
    expect(frozen).toBeDefined();
    expect(events.filter(({ type }) => type === 'command').map(({ round }) => round)).toEqual([2, 3]);
    expect(fishEvents(events)).toEqual([
      { round: 2, fish: 'fish:1', state: 'dead' },
      { round: 3, fish: 'fish:1', state: 'running' },
    ]);
    for (const fish of ['fish:2', 'fish:3']) {
      expect([...seriesOf(events, `fish/${fish}/loss`)]).toEqual([
        ...seriesOf(whole.events, `fish/${fish}/loss`),
      ]);
    }
    expect([...seriesOf(events, 'fish/fish:1/accuracy').keys()]).toEqual([1, 3, 4]);
    expect(handle.summary().state).toBe('finished');
  });

  it('make the swarm refuse below its quorum, without ending the run (R11)', async () => {
    const { events, end } = await bench.run(
      testDocument({
        run: { rounds: 3 },
        answer: { kind: 'average', quorum: 2 },
        faults: [{ fish: [1, 2], round: 2, returnRound: 3 }],
      }),
    );
    expect([...seriesOf(events, 'swarm/accuracy').keys()]).toEqual([1, 3]);
    expect(seriesOf(events, 'swarm/meanFish').has(2)).toBe(true);
    expect(events.filter(({ type }) => type === 'warning')).toMatchObject([
      { round: 2, message: expect.stringMatching(/refuses to answer/) },
    ]);
    expect(end.reason).toBe('rounds');
  });

  it('all by command: the run waits for one to be revived (R9)', async () => {
    const document = testDocument({ fish: { count: 2 }, run: { rounds: 3 } });
    const given = new Set<string>();
    const { events, end } = await bench.run(document, {
      watch: (event, run) => {
        if (trainsIn(event, 2) && !given.has('kill')) {
          given.add('kill');
          run.command({ type: 'kill-fish', fish: 'fish:1' as never });
          return { type: 'kill-fish', fish: 'fish:2' as never };
        }
        if (event.type === 'state' && event.state === 'paused') {
          run.command({ type: 'revive-fish', fish: 'fish:2' as never });
          return { type: 'resume' };
        }
        return undefined;
      },
    });
    expect(end).toMatchObject({ reason: 'rounds', round: 3 });
    expect(states(events)).toEqual(['preparing', 'running', 'paused', 'running', 'finished']);
    expect(seriesOf(events, 'swarm/liveFish').get(3)).toBe(1);
  });

  it('of numbers that are none are marked failed, and the others go on as if nothing had been (R10)', async () => {
    // Decay by rate 10 multiplies the weights by -9 at every step.
    const document = testDocument({
      fish: { weightDecay: 1, schedule: 'constant', warmup: 0 },
      run: { rounds: 6, local: { unit: 'steps', amount: 12 } },
    });
    const whole = await bench.run(document);
    let given = false;
    const { events, end, handle } = await bench.run(document, {
      watch: (event) => {
        if (given || !trainsIn(event, 1)) return undefined;
        given = true;
        return { type: 'set-learning-rate', fish: 'fish:2' as never, value: 10 };
      },
    });
    expect(fishEvents(events)).toMatchObject([{ fish: 'fish:2', state: 'failed' }]);
    expect(events.find((event) => event.type === 'fish')).toMatchObject({
      cause: expect.stringMatching(/no longer a number at step \d+ of round \d+/),
    });
    expect(end.reason).toBe('rounds');
    for (const fish of ['fish:1', 'fish:3']) {
      expect([...seriesOf(events, `fish/${fish}/loss`)]).toEqual([
        ...seriesOf(whole.events, `fish/${fish}/loss`),
      ]);
    }
    for (const { data } of handle.readCheckpoint()!.tensors) {
      expect([...data].every(Number.isFinite)).toBe(true);
    }
  });

  it('all of them so: the run fails as diverged, and says who, when and what to try (R10)', async () => {
    const document = testDocument({
      fish: { weightDecay: 1, schedule: 'constant', warmup: 0, learningRate: 10 },
      run: { rounds: 20 },
    });
    const handle = bench.create(document);
    await expect(bench.run(document, { handle })).rejects.toMatchObject({
      code: 'diverged',
      message: expect.stringMatching(/"fish \d" \(fish:\d\) in round \d+.*Lower its learning rate \(10\)/i),
    });
    expect(handle.summary()).toMatchObject({ state: 'failed', error: expect.stringMatching(/diverged/) });
    expect(stored(handle).at(-1)).toMatchObject({ type: 'state', state: 'failed' });
  });
});
