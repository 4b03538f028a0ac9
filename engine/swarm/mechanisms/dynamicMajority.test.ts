import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '#engine/protocol/events.ts';
import { seriesOf, TestBench, testDocument, training } from '../testRun.ts';
import { punished } from './dynamicMajority.ts';

// A gate that renews itself: rule R82 of docs/spec/run.md.

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

describe('weights of a dynamic majority (R82)', () => {
  it('fall by beta for each mistake of five texts, and the largest is 1', () => {
    const weights = new Map([
      ['a', 1],
      ['b', 0.5],
      ['dead', 0.3],
    ]);
    const errors = new Map([
      ['a', 0.2],
      ['b', 0.6],
    ]);
    const next = punished(weights, errors, 0.5);
    expect(next.get('a')).toBeCloseTo(1);
    expect(next.get('b')).toBeCloseTo((0.5 * 0.5 ** 3) / 0.5);
    expect(next.get('dead')).toBe(0.3);
  });
});

const GATE = { kind: 'gate', mode: 'majority', period: 2, tolerate: 0.3, most: 3 };
/** Two classes of texts, then two others: who learnt the first knows nothing of the second. */
const drift = (gate: object = {}) =>
  testDocument({
    answer: { ...GATE, ...gate },
    dataset: {
      task: 'topics',
      examples: 800,
      regimes: '1: cooking, money | 7: space, sports',
    },
    shard: { mode: 'shared' },
    fish: { count: 1, schedule: 'constant' },
    run: { rounds: 14, local: { unit: 'steps', amount: 20 }, checkpointEvery: 4 },
  });
/** The first fish stands for what was learnt once: it is frozen when the drift comes. */
const freezing = () => {
  let asked = false;
  return ({ type, round }: RunEvent) => {
    if (asked || type !== 'metrics' || round !== 6) return undefined;
    asked = true;
    return { type: 'freeze-fish', fish: 'fish' } as never; // the fish of the document above
  };
};

describe('a gate that renews itself (R82)', () => {
  it('has a fish join when the swarm errs, lets the wrong one go, and is right again', async () => {
    const { events } = await bench.run(drift(), { watch: freezing() });
    const accuracy = seriesOf(events, 'swarm/accuracy');
    expect(accuracy.get(6)).toBeGreaterThan(0.85);
    expect(accuracy.get(8)).toBeLessThan(0.5);
    expect(accuracy.get(14)).toBeGreaterThan(0.85);
    const joined = events.filter(({ type }) => type === 'fish-added').length;
    expect(joined).toBeGreaterThan(0);
    expect(joined).toBeLessThan(GATE.most);
    const rested = events.filter((event) => event.type === 'fish' && event.state === 'waiting');
    expect(rested[0]).toMatchObject({ fish: 'fish', cause: 'it errs too much to be heard' });
    expect(seriesOf(events, 'node/answer/experts').get(14)).toBeLessThanOrEqual(joined);
  });

  it('goes on after a stop bit for bit, also while one is about to join (R17)', async () => {
    const whole = await bench.run(drift(), { watch: freezing() });
    for (const round of [8, 9, 11]) {
      let asked = false;
      const freeze = freezing();
      const stopped = await bench.run(drift(), {
        watch: (event) => {
          const first = freeze(event);
          if (first !== undefined) return first;
          if (asked || event.type !== 'metrics' || event.round !== round) return undefined;
          asked = true;
          return { type: 'stop' };
        },
      });
      await bench.run(drift(), { handle: stopped.handle, resume: true });
      expect(training(stopped.handle.events(0, 100_000))).toEqual(training(whole.handle.events(0, 100_000)));
      expect(stopped.handle.readCheckpoint()).toEqual(whole.handle.readCheckpoint());
    }
  });

  it('never has more fish than it may: the next takes a place there is', async () => {
    const { events } = await bench.run(drift({ most: 1, tolerate: 0 }), { watch: freezing() });
    expect(events.filter(({ type }) => type === 'fish-added')).toHaveLength(0);
    const two = await bench.run(drift({ most: 2, tolerate: 0 }));
    expect(two.events.filter(({ type }) => type === 'fish-added')).toHaveLength(1);
    expect(
      two.events.filter((event) => event.type === 'fish' && event.cause.startsWith('the swarm errs')).length,
    ).toBeGreaterThan(0);
  });
});
