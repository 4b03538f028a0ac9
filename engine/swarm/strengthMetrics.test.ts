import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriesOf, TestBench, testDocument, training } from './testRun.ts';

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

it('learns the strengths of trainable links, tells them, and goes on after a resume (R65)', async () => {
  const document = testDocument({
    talk: { family: 'state', strength: 0.5, trainable: true },
    run: { rounds: 4, checkpointEvery: 1 },
  });
  const whole = await bench.run(document);
  const strength = seriesOf(whole.events, 'fish/fish-1/strength/fish-2');
  expect([...strength.keys()]).toEqual([1, 2, 3, 4]);
  expect(strength.get(1)).not.toBe(0.5);
  expect(strength.get(1)).toBeCloseTo(0.5, 0);
  expect(strength.get(4)).not.toBe(strength.get(1));
  expect(strength.get(4)).toBeGreaterThan(0);
  const resumed = await bench.stopAndResume(document, 3);
  const since = (events: typeof whole.events) => training(events.filter(({ round }) => round >= 3));
  expect(since(resumed.events)).toEqual(since(whole.events));
});
