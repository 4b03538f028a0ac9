import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriesOf, TestBench, testDocument, training } from '../testRun.ts';

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

describe('polarization as a series (R49)', () => {
  it('is published in rounds that are evaluated: between 0 and 1, the higher the more fish learn the same', async () => {
    const apart = await bench.run(testDocument({ run: { rounds: 3, evaluateEvery: 2 } }));
    const values = seriesOf(apart.events, 'swarm/polarization');
    expect([...values.keys()]).toEqual([2, 3]);
    // Three fish with weights of their own go three ways.
    expect(values.get(2)).toBeGreaterThan(0.5);
    expect(values.get(2)).toBeLessThan(0.75);
    const together = await bench.run(
      testDocument({ run: { rounds: 3 }, talk: { family: 'weights' }, fish: { dropout: 0 } }),
    );
    expect(seriesOf(together.events, 'swarm/polarization').get(1)).toBeGreaterThan(values.get(2)!);
  });

  it('is the same after a resume in the middle of a round (R17)', async () => {
    const document = testDocument({ run: { rounds: 3, checkpointEvery: 1 } });
    const whole = await bench.run(document);
    const resumed = await bench.stopAndResume(document, 2);
    expect(training(resumed.events)).toEqual(training(whole.events.filter(({ round }) => round >= 2)));
  });
});
