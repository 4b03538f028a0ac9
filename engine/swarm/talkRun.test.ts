import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '#engine/protocol/events.ts';
import { seriesOf, TestBench, testDocument } from './testRun.ts';

// Numbers such as R3 are the rules of docs/spec/run.md.
let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

describe('gossip', () => {
  const spread = (handle: ReturnType<TestBench['create']>): number => {
    let sum = 0;
    for (const { name, shape, data } of handle.readCheckpoint()!.tensors) {
      if (/moment|adam|\.[mv]$/.test(name)) continue;
      const count = shape[0]!;
      const size = data.length / count;
      for (let k = 0; k < size; k++) {
        const values = Array.from({ length: count }, (_, i) => data[i * size + k]!);
        const mean = values.reduce((a, b) => a + b, 0) / count;
        sum += values.reduce((a, value) => a + (value - mean) ** 2, 0);
      }
    }
    return sum;
  };

  it('brings the weights of a ring together, and one start makes their mean worth something (R6, R7)', async () => {
    const fish = { count: 4, schedule: 'constant' };
    const run = { rounds: 4 };
    const alone = await bench.run(testDocument({ fish, run }));
    const talking = await bench.run(testDocument({ fish, run, talk: { family: 'weights' } }));
    // A full mesh of four averages exactly; what is left are float32 rounding and moments.
    expect(spread(talking.handle)).toBeLessThan(spread(alone.handle) / 20);
    expect(seriesOf(talking.events, 'swarm/messageBytes').get(1)).toBe(
      4 * 3 * 4 * started(talking.events).fish[0]!.parameters,
    );
    expect(seriesOf(talking.events, 'swarm/meanFish').get(4)).toBeGreaterThan(0.7);
  });

  it('leaves a dead fish out (R6)', async () => {
    const { events } = await bench.run(
      testDocument({ talk: { family: 'weights' }, faults: [{ fish: [3], round: 2 }], run: { rounds: 2 } }),
    );
    const each = 4 * started(events).fish[0]!.parameters;
    expect([...seriesOf(events, 'swarm/messageBytes').values()]).toEqual([6 * each, 2 * each]);
  });

  const started = (events: readonly RunEvent[]) => {
    const event = events.find((candidate) => candidate.type === 'started');
    if (event?.type !== 'started') throw new Error('the run did not start');
    return event;
  };
});

describe('fish that talk inside a step', () => {
  it.each(['state', 'prediction'] as const)('by %s links learn on shared batches (R4)', async (family) => {
    const { end, events } = await bench.run(
      testDocument({ talk: { family }, run: { rounds: 4 }, faults: [{ fish: [2], round: 3 }] }),
    );
    expect(end.metrics['swarm/accuracy']).toBeGreaterThan(0.6);
    expect(seriesOf(events, 'swarm/liveFish').get(4)).toBe(2);
  });
});
