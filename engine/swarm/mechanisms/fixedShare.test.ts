import { describe, expect, it } from 'vitest';
import { admit, shareWeights } from './fixedShare.ts';

const weights = (hearing: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(hearing).map(([id, log]) => [id, Math.exp(log)]));
const even = { a: Math.log(0.5), b: Math.log(0.5) };
const losses = (a: number | null, b: number | null) => [
  { id: 'a', loss: a },
  { id: 'b', loss: b },
];
const SETTINGS = { eta: 4, alpha: 0.05 };

describe('fixed share (R34)', () => {
  it('follows the formula', () => {
    const next = weights(shareWeights(even, losses(0.1, 0.5), SETTINGS));
    const raw = [Math.exp(-0.4), Math.exp(-2)];
    const a = (0.95 * raw[0]!) / (raw[0]! + raw[1]!) + 0.05 / 2;
    expect(next.a).toBeCloseTo(a, 12);
    expect(next.b).toBeCloseTo(1 - a, 12);
  });

  it('lets an expert that was wrong for long come back at once, where Hedge keeps it out', () => {
    let share: Record<string, number> = even;
    let hedge: Record<string, number> = even;
    for (let round = 0; round < 40; round++) {
      share = shareWeights(share, losses(0.2, 2), SETTINGS);
      hedge = shareWeights(hedge, losses(0.2, 2), { ...SETTINGS, alpha: 0 });
    }
    expect(weights(share).b).toBeGreaterThan(0.02);
    for (let round = 0; round < 2; round++) {
      share = shareWeights(share, losses(2, 0.2), SETTINGS);
      hedge = shareWeights(hedge, losses(2, 0.2), { ...SETTINGS, alpha: 0 });
    }
    expect(weights(share).b).toBeGreaterThan(0.9);
    expect(weights(hedge).b).toBeLessThan(0.01);
  });

  it('keeps the weight of who has no loss', () => {
    const next = weights(shareWeights({ a: Math.log(0.3), b: Math.log(0.7) }, losses(1, null), SETTINGS));
    expect(next).toEqual({ a: expect.closeTo(0.3, 12), b: expect.closeTo(0.7, 12) });
  });

  it('gives a newcomer the mean weight', () => {
    const next = weights(admit({ a: Math.log(0.9), b: Math.log(0.1) }, ['a', 'b', 'c']));
    expect(next.c).toBeCloseTo(1 / 3, 12);
    expect(next.a! / next.b!).toBeCloseTo(9, 9);
    expect(next.a! + next.b! + next.c!).toBeCloseTo(1, 12);
  });
});
