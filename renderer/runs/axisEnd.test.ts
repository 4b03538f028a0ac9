import { describe, expect, it } from 'vitest';
import { axisEnd } from './axisEnd.ts';

describe('the end of the axis', () => {
  it('is the last round of a short run', () => {
    expect([axisEnd(0, 60), axisEnd(60, 60)]).toEqual([60, 60]);
  });
  it('moves on rarely in a long one, never past its last round', () => {
    const ends = new Set(Array.from({ length: 5001 }, (_, round) => axisEnd(round, 5000)));
    expect(ends.size).toBeLessThan(15);
    expect(Math.max(...ends)).toBe(5000);
    for (let round = 0; round <= 5000; round += 7) expect(axisEnd(round, 5000)).toBeGreaterThanOrEqual(round);
  });
});
