import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FishId } from '#engine/core/brand.ts';
import { metricOf } from '#engine/metrics/catalogue.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import { parseSeries } from '#engine/protocol/series.ts';
import { predictRun } from './predictor.ts';
import { seriesOf, TestBench, testDocument, training } from './testRun.ts';

// Aggregators that learn, in whole runs: rules R30 to R34 of docs/spec/run.md.

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

const ANSWERS = {
  'robust median': { kind: 'robust', by: 'median' },
  'multi-krum': { kind: 'robust', by: 'multi-krum', liars: 0 },
  stacking: { kind: 'stacking' },
  'learned gate': { kind: 'gate', width: 8 },
  'adaptive gate': { kind: 'gate', mode: 'adaptive' },
  cascade: { kind: 'cascade', threshold: 0.8 },
} as const;

const trainsIn = (event: RunEvent, round: number): boolean =>
  event.type === 'metrics' &&
  event.round === round &&
  Object.keys(event.values).some((name) => name.endsWith('/trainLoss'));

describe.each(Object.entries(ANSWERS))('a swarm that answers by %s', (_, answer) => {
  const document = testDocument({ answer, run: { rounds: 4, checkpointEvery: 2 } });

  it('learns, and publishes only what is defined', async () => {
    const { end, events } = await bench.run(testDocument({ answer, run: { rounds: 6 } }));
    expect(end.metrics['swarm/accuracy']).toBeGreaterThan(0.75);
    for (const event of events) {
      if (event.type !== 'metrics') continue;
      for (const [name, value] of Object.entries(event.values)) {
        const series = parseSeries(name);
        expect(series === null ? undefined : metricOf(series.scope, series.metric), name).toBeDefined();
        expect(Number.isFinite(value), name).toBe(true);
      }
    }
  });

  it('goes on after a stop bit for bit, and answers the same from its folder (R17)', async () => {
    const whole = await bench.run(document);
    let asked = false;
    const stopped = await bench.run(document, {
      watch: (event) => {
        if (asked || !trainsIn(event, 4)) return undefined;
        asked = true;
        return { type: 'stop' };
      },
    });
    expect(stopped.end.round).toBe(3);
    await bench.run(document, { handle: stopped.handle, resume: true });
    expect(training(stopped.handle.events(0, 100_000))).toEqual(training(whole.handle.events(0, 100_000)));
    expect(stopped.handle.readCheckpoint()).toEqual(whole.handle.readCheckpoint());
    const texts = ['good', 'this was a terrible day', 'wonderful and fine'];
    const say = async (handle: typeof whole.handle) => predictRun(handle, bench.executor, texts);
    const said = await say(whole.handle);
    expect(await say(stopped.handle)).toEqual(said);
    for (const { path, scores } of said) {
      expect(Object.values(scores).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 4);
      expect(path[0]!.weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 4);
    }
  });

  it('goes on answering when fish die, and no longer hears them (R8)', async () => {
    const { events } = await bench.run(
      testDocument({ answer, run: { rounds: 4 }, faults: [{ fish: [3], round: 3 }] }),
    );
    const accuracy = seriesOf(events, 'swarm/accuracy');
    expect([...accuracy.keys()]).toEqual([1, 2, 3, 4]);
    expect(accuracy.get(4)).toBeGreaterThan(0.7);
    const part = seriesOf(events, 'node/answer/part/fish:3');
    if (part.size > 0) expect(part.get(4)).toBe(0);
  });
});

describe('a fish that joins', () => {
  it.each(['stacking', 'learned gate', 'adaptive gate', 'cascade'] as const)(
    'a %s is heard, and what was learnt of the others stays (R33, R61)',
    async (kind) => {
      let asked = false;
      const { events, handle, end } = await bench.run(
        testDocument({ answer: ANSWERS[kind], run: { rounds: 5 } }),
        {
          watch: (event) => {
            if (asked || !trainsIn(event, 3)) return undefined;
            asked = true;
            return { type: 'add-fish', like: 'fish:1' as FishId }; // a fish of the test document
          },
        },
      );
      expect(events.find((event) => event.type === 'fish-added')).toMatchObject({ round: 4 });
      expect(seriesOf(events, 'swarm/accuracy').get(5)).toBeGreaterThan(0.7);
      expect(end.round).toBe(5);
      const [said] = await predictRun(handle, bench.executor, ['a good day']);
      const { weights } = said!.path[0]!;
      expect(weights.map(({ source }) => source)).toEqual(['fish:1', 'fish:2', 'fish:3', 'fish:4']);
      expect(weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 4);
    },
  );
});

describe('language models', () => {
  const goal = { task: 'language-modelling', metric: 'loss' };
  const dataset = { task: 'tiny-language', examples: 80 };
  it.each([
    ['robust', { kind: 'robust', by: 'geometric' }],
    ['multi-krum', { kind: 'robust', by: 'multi-krum', liars: 0 }],
    ['gate', { kind: 'gate', width: 4, steps: 5 }],
  ] as const)('answer by a %s, token by token', async (_, answer) => {
    const document = testDocument({
      answer,
      goal,
      dataset,
      fish: { context: 16 },
      run: { rounds: 2, local: { unit: 'steps', amount: 10 } },
    });
    const { end, handle, events } = await bench.run(document);
    expect(end.metrics['swarm/loss']).toBeLessThan(6);
    const parts = [1, 2, 3].map((n) => seriesOf(events, `node/answer/part/fish:${n}`).get(2));
    if (parts[0] !== undefined) expect(parts.reduce((a, b) => a! + b!, 0)).toBeCloseTo(1, 4);
    const [prediction] = await predictRun(handle, bench.executor, ['The '], { tokens: 3 });
    expect(prediction!.path[0]!.weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 4);
  });
});
