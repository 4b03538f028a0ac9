import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metricOf } from '#engine/metrics/catalogue.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import { parseSeries } from '#engine/protocol/series.ts';
import { repeatable, seriesOf, states, stored, TestBench, testDocument, training } from './testRun.ts';

// Numbers such as R3 are the rules of docs/spec/run.md.
let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

describe('a run', () => {
  it('learns far above chance, tells of it, and ends finished (R1, R14)', async () => {
    const { events, end, handle } = await bench.run(testDocument({ run: { rounds: 6 } }));
    expect(end.reason).toBe('rounds');
    expect(end.round).toBe(6);
    // Two classes; one fish in three sees 160 texts only.
    expect(end.metrics['swarm/accuracy']).toBeGreaterThan(0.75);
    expect(states(events)).toEqual(['preparing', 'running', 'finished']);
    expect(events.map(({ id }) => id)).toEqual(events.map((_, i) => i + 1));
    expect(stored(handle)).toEqual(events);
    expect(events.at(-1)).toMatchObject({ type: 'summary', rounds: 6, end: 'rounds', runDir: handle.dir });
    expect(handle.summary()).toMatchObject({ state: 'finished', round: 6, metrics: end.metrics });
    const losses = [...seriesOf(events, 'fish/fish:1/trainLossRound').values()];
    expect(losses.at(-1)).toBeLessThan(losses[0]! - 0.1);
  });

  it('publishes nothing that the catalogue does not define (R15)', async () => {
    const { events } = await bench.run(
      testDocument({
        answer: { kind: 'weighted', by: 'validation' },
        probe: { examples: 2 },
        talk: { family: 'weights' },
        run: { rounds: 2 },
      }),
    );
    const names = new Set(
      events.flatMap((event) => (event.type === 'metrics' ? Object.keys(event.values) : [])),
    );
    expect(names.size).toBeGreaterThan(40);
    for (const name of names) {
      const series = parseSeries(name);
      expect(series === null ? undefined : metricOf(series.scope, series.metric), name).toBeDefined();
    }
    expect(events.find((event) => event.type === 'probe')).toMatchObject({
      nodeId: 'probe',
      examples: [{ label: expect.stringMatching(/positive|negative/) }, {}],
    });
  });

  it('is the same twice, event for event, except for the clock; another seed is another run (R12)', async () => {
    const document = testDocument({ faults: [{ fish: [2], round: 2, returnRound: 3 }], probe: {} });
    const first = await bench.run(document);
    const second = await bench.run(document);
    const ends = (events: readonly RunEvent[]) => repeatable(events).slice(0, -1); // the summary names the folder
    expect(ends(second.events)).toEqual(ends(first.events));
    const other = await bench.run(document, { seed: 8 });
    expect(training(other.events)).not.toEqual(training(first.events));
  });

  it('gives a fish the same numbers whether or not others swim beside it (R12)', async () => {
    const three = testDocument({ fish: { count: 3 }, shard: { mode: 'shared' }, run: { rounds: 2 } });
    const two = testDocument({ fish: { count: 2 }, shard: { mode: 'shared' }, run: { rounds: 2 } });
    const curve = (events: readonly RunEvent[], fish: string) => [
      ...seriesOf(events, `fish/${fish}/trainLossRound`).values(),
    ];
    const a = await bench.run(two);
    const b = await bench.run(three);
    expect(curve(a.events, 'fish:2')).toHaveLength(2);
    curve(a.events, 'fish:2').forEach((value, i) => {
      expect(curve(b.events, 'fish:2')[i]).toBeCloseTo(value, 4);
    });
  });
});

describe('stop rules', () => {
  it('end the run at the target, or without improvement (R13)', async () => {
    const target = await bench.run(
      testDocument({ goal: { stop: 'target', target: 0.6 }, run: { rounds: 30 } }),
    );
    expect(target.end.reason).toBe('target');
    expect(target.end.round).toBeLessThan(30);
    expect(target.end.metrics['swarm/accuracy']).toBeGreaterThanOrEqual(0.6);
    const patience = await bench.run(
      testDocument({
        goal: { stop: 'patience', patience: 2 },
        fish: { learningRate: 1e-7 },
        run: { rounds: 30 },
      }),
    );
    expect(patience.end).toMatchObject({ reason: 'patience' });
    expect(patience.end.round).toBeLessThanOrEqual(6);
    expect(patience.handle.readCheckpoint()?.round).toBe(patience.end.round);
  });
});

describe('a weighted answer', () => {
  it('trusts the fish that do well on validation, and nobody dead (R5)', async () => {
    const { events } = await bench.run(
      testDocument({
        answer: { kind: 'weighted', by: 'validation', temperature: 0.05 },
        shard: { mode: 'dirichlet', alpha: 0.1 },
        faults: [{ fish: [1], round: 4 }],
      }),
    );
    const weight = (fish: string, round: number) =>
      seriesOf(events, `node/answer/weight/${fish}`).get(round)!;
    const loss = (fish: string) => seriesOf(events, `fish/${fish}/loss`).get(3)!;
    const fish = ['fish:1', 'fish:2', 'fish:3'];
    const best = fish.toSorted((a, b) => loss(a) - loss(b))[0]!;
    expect(weight(best, 3)).toBe(Math.max(...fish.map((one) => weight(one, 3))));
    expect(fish.reduce((sum, one) => sum + weight(one, 3), 0)).toBeCloseTo(1, 6);
    expect(weight('fish:1', 4)).toBe(0);
    expect(weight('fish:2', 4) + weight('fish:3', 4)).toBeCloseTo(1, 6);
  });
});
