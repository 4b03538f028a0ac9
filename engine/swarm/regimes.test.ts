import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseRegimes } from '#engine/data/regimes.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import { carriedShares } from './carried.ts';
import { seriesOf, TestBench, testDocument, training } from './testRun.ts';

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

const drifting = (regimes: string, run: object = {}) =>
  testDocument({
    dataset: { task: 'topics', examples: 800, regimes },
    run: { rounds: 6, local: { unit: 'steps', amount: 10 }, ...run },
  });

describe('drift (R63)', () => {
  it('draws and measures only the classes of the regime of a round', async () => {
    const { events } = await bench.run(drifting('1: music, money, space | 4: cooking, sailing'));
    const f1 = (label: string) => [...seriesOf(events, `swarm/f1:${label}`).keys()];
    expect(f1('music')).toEqual(expect.arrayContaining([1, 2, 3]));
    expect(f1('cooking')).toEqual(expect.arrayContaining([4, 5, 6]));
    const accuracy = seriesOf(events, 'swarm/accuracy');
    expect(accuracy.get(3)).toBeGreaterThan(0.6);
    // Nobody has seen the new classes before the drift, and all learn them after.
    expect(accuracy.get(6)).toBeGreaterThan(accuracy.get(4)!);
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'drift', round: 4, nodeId: 'data', classes: ['cooking', 'sailing'] }),
    );
  });

  it('goes on after a resume as it would have (R17)', async () => {
    const document = drifting('3: cooking, sailing | 5: music', { checkpointEvery: 1 });
    const whole = await bench.run(document);
    const resumed = await bench.stopAndResume(document, 4);
    const later = (events: readonly RunEvent[]) => training(events.filter(({ round }) => round >= 4));
    expect(later(resumed.events)).toEqual(later(whole.events));
  });

  it('refuses a class the data do not have', async () => {
    await expect(bench.run(drifting('1: music, chess'))).rejects.toThrow(
      'names the class "chess", but the dataset has no such rows',
    );
  });

  it('is written as rounds and classes', () => {
    expect(parseRegimes('1: a, b|7: c')).toEqual([
      { from: 1, labels: ['a', 'b'] },
      { from: 7, labels: ['c'] },
    ]);
    expect(parseRegimes(' ')).toEqual([]);
    expect(parseRegimes('a, b')).toContain('is no regime');
    expect(parseRegimes('5: a | 5: b')).toContain('in the order of their rounds');
    expect(parseRegimes('5: a,, b')).toContain('names no class');
    expect(parseRegimes('0: a')).toContain('count from 1');
  });
});

describe('a share that others carry', () => {
  it('is dealt out among them, row by row, and kept whole', () => {
    // Ids of this test.
    const [a, b, c] = ['a', 'b', 'c'] as string[] as Parameters<typeof carriedShares>[1][string];
    const shares = new Map([
      [a!, Int32Array.of(0, 3, 6)],
      [b!, Int32Array.of(1, 4)],
      [c!, Int32Array.of(2, 5)],
    ]);
    const now = carriedShares(shares, { a: [b!, c!] });
    expect([...now.get(b!)!]).toEqual([0, 1, 4, 6]);
    expect([...now.get(c!)!]).toEqual([2, 3, 5]);
    expect(now.get(a!)).toBe(shares.get(a!));
  });
});
