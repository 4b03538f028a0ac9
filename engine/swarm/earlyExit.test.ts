import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metricOf } from '#engine/metrics/catalogue.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import { parseSeries } from '#engine/protocol/series.ts';
import { predictRun } from './predictor.ts';
import { seriesOf, TestBench, testDocument, training } from './testRun.ts';

// Early exits of fish as the levels of a cascade: rule R80 of docs/spec/run.md.

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

const deep = { layers: 3, count: 1, exits: true };
const cascade = (threshold: number) => ({ kind: 'cascade', threshold });
const LEVELS = ['fish@1', 'fish@2', 'fish'];
const partsOf = (events: readonly RunEvent[], round: number): number[] =>
  LEVELS.map((level) => seriesOf(events, `node/answer/part/${level}`).get(round) ?? Number.NaN);

describe('a fish with early exits behind a cascade (R80)', () => {
  it('answers at the first layer that is sure, and pays only for the layers it took', async () => {
    const { events, handle } = await bench.run(
      testDocument({ answer: cascade(0.8), fish: deep, run: { rounds: 4 } }),
    );
    const parts = partsOf(events, 4);
    expect(parts.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    expect(parts[0]).toBeGreaterThan(0.1);
    expect(seriesOf(events, 'swarm/accuracy').get(4)).toBeGreaterThan(0.75);
    expect(seriesOf(events, 'node/answer/cost').get(4)).toBeLessThan(1);
    for (const exit of [1, 2]) expect(seriesOf(events, `fish/fish/exit/${exit}`).get(4)).toBeGreaterThan(0.7);
    const [said] = await predictRun(handle, bench.executor, ['a wonderful day']);
    expect(said!.path[0]!.weights.map(({ source }) => source)).toEqual(LEVELS);
    expect(said!.path[0]!.weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 5);
    // It says how sure each level was by what the cascade compares: the first that reached 0.8 answered.
    const texts = ['a wonderful day', 'the story was not dull', 'dull'];
    for (const { path } of await predictRun(handle, bench.executor, texts)) {
      const { weights, confidence } = path[0]!;
      const answered = weights.findIndex(({ weight }) => weight === 1);
      expect(weights[answered]!.sureness).toBeCloseTo(confidence, 4);
      for (const { sureness } of weights.slice(0, answered)) expect(sureness).toBeLessThan(0.8);
      if (answered < 2) expect(confidence).toBeGreaterThanOrEqual(0.8);
      for (const level of weights.slice(answered + 1)) expect(level).not.toHaveProperty('sureness'); // not asked
    }
    for (const event of events) {
      if (event.type !== 'metrics') continue;
      for (const name of Object.keys(event.values)) {
        const series = parseSeries(name);
        expect(series === null ? undefined : metricOf(series.scope, series.metric), name).toBeDefined();
      }
    }
  });

  it('never accepting costs what the whole fish does: its layers are paid once', async () => {
    const { events } = await bench.run(testDocument({ answer: cascade(1), fish: deep, run: { rounds: 1 } }));
    expect(partsOf(events, 1)).toEqual([0, 0, 1]);
    expect(seriesOf(events, 'node/answer/cost').get(1)).toBeCloseTo(1, 6);
  });

  it('goes on after a stop bit for bit (R17)', async () => {
    const document = testDocument({
      answer: cascade(0.8),
      fish: { ...deep, count: 2 },
      run: { rounds: 3, checkpointEvery: 2 },
    });
    const whole = await bench.run(document);
    const resumed = await bench.stopAndResume(document, 3);
    expect(training(resumed.handle.events(0, 100_000))).toEqual(training(whole.handle.events(0, 100_000)));
    expect(resumed.handle.readCheckpoint()).toEqual(whole.handle.readCheckpoint());
  });

  it('a dead fish is asked at none of its exits, and another takes over', async () => {
    const { events } = await bench.run(
      testDocument({
        answer: cascade(0.8),
        fish: { ...deep, count: 2 },
        faults: [{ fish: [1], round: 3 }],
        run: { rounds: 3 },
      }),
    );
    const part = (level: string): number =>
      seriesOf(events, `node/answer/part/${level}`).get(3) ?? Number.NaN;
    expect(['fish:1@1', 'fish:1@2', 'fish:1'].map(part)).toEqual([0, 0, 0]);
    expect(['fish:2@1', 'fish:2@2', 'fish:2'].map(part).reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    expect(seriesOf(events, 'fish/fish:1/exit/1').has(3)).toBe(false);
  });
});
