import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunHandle } from '#engine/runs/types.ts';
import { withCentre } from './centres.testing.ts';
import { seriesOf, TestBench, testDocument, training } from './testRun.ts';

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

const ALPHA = 0.2;
const COUNT = 3;
const hub = (every: number, follow: number, run: object = { rounds: 1 }): string =>
  withCentre(testDocument({ run: { ...run } }), {
    kind: 'hub',
    id: 'hub',
    params: { centre: 'elastic', pull: ALPHA, follow },
    up: { every },
    down: { every },
  });

/** Weights [N, P] of the fish, and the centre [P]. */
function weightsOf(handle: RunHandle): { readonly fish: number[][]; readonly centre: Float32Array } {
  const tensors = handle.readCheckpoint()?.tensors ?? [];
  const parameters = tensors.filter(({ name }) => name.startsWith('school-1.') && !/\.[mv]$/.test(name));
  const fish = Array.from({ length: COUNT }, (_, i) =>
    parameters.flatMap(({ data }) => {
      const size = data.length / COUNT;
      return [...data.subarray(i * size, (i + 1) * size)].map(Number);
    }),
  );
  const centre = tensors.find(({ name }) => name === 'mechanism/hub/centre')?.data;
  return { fish, centre: Float32Array.from(centre ?? []) };
}

describe('elastic averaging through a hub (EASGD, equations 5 and 6; R67)', () => {
  it('moves members towards the centre and the centre towards them, and keeps their sum where beta is alpha times n', async () => {
    const before = weightsOf((await bench.run(hub(2, ALPHA * COUNT))).handle); // exchanges from round 2 on
    const after = weightsOf((await bench.run(hub(1, ALPHA * COUNT))).handle);
    let worst = 0;
    let moved = 0;
    let kept = 0;
    before.centre.forEach((c, p) => {
      const x = before.fish.map((own) => own[p]!);
      x.forEach((value, i) => {
        worst = Math.max(worst, Math.abs(after.fish[i]![p]! - (value - ALPHA * (value - c))));
        moved = Math.max(moved, Math.abs(value - c));
      });
      const sum = c + x.reduce((a, b) => a + b, 0);
      kept = Math.max(kept, Math.abs(after.centre[p]! + after.fish.reduce((a, own) => a + own[p]!, 0) - sum));
    });
    expect(before.centre).toHaveLength(before.fish[0]!.length);
    expect(moved).toBeGreaterThan(0.01);
    expect(worst).toBeLessThan(1e-5);
    expect(kept).toBeLessThan(1e-5);
  });

  it('lets fish differ where a mean makes them one', async () => {
    const document = (centre: string) =>
      withCentre(testDocument({ run: { rounds: 3 } }), { kind: 'hub', id: 'hub', params: { centre } });
    const mean = await bench.run(document('mean'));
    const elastic = await bench.run(document('elastic'));
    const differ = (run: typeof mean) => seriesOf(run.events, 'swarm/diversity').get(3)!;
    expect(differ(mean)).toBe(0);
    expect(differ(elastic)).toBeGreaterThan(0);
  });

  it('goes on after a resume as if nothing had happened, late and compressed messages too (R17)', async () => {
    const document = withCentre(testDocument({ run: { rounds: 4, checkpointEvery: 1 } }), {
      kind: 'hub',
      id: 'hub',
      params: { centre: 'elastic' },
      up: { compression: '8bit', loss: 0.2 },
      down: { delay: 1 },
    });
    const whole = await bench.run(document);
    const resumed = await bench.stopAndResume(document, 2);
    expect(training(resumed.events)).toEqual(training(whole.events.filter(({ round }) => round >= 2)));
    expect(weightsOf(resumed.handle)).toEqual(weightsOf(whole.handle));
  });
});
