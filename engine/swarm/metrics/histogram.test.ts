import { describe, expect, it } from 'vitest';
import { histogram } from './histogram.ts';

describe('histogram', () => {
  it('counts every number once, as counting them one by one does', () => {
    const values = Float32Array.from({ length: 5000 }, (_, at) => Math.sin(at * 12.9898) * 3);
    const { from, to, counts, count, mean, deviation, norm } = histogram(values, 20);
    expect([from, to]).toEqual([Math.min(...values), Math.max(...values)]);
    const width = (to - from) / 20;
    const expected = counts.map(
      (_, bin) =>
        values.filter((value) => {
          const place = Math.min(19, Math.floor((value - from) / width));
          return place === bin;
        }).length,
    );
    expect(counts).toEqual(expected);
    expect(counts.reduce((a, b) => a + b, 0)).toBe(count);
    expect(mean).toBeCloseTo(values.reduce((a, b) => a + b, 0) / 5000, 5);
    expect(deviation).toBeCloseTo(Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / 5000), 4);
    expect(norm).toBeCloseTo(Math.hypot(...values), 3);
  });

  it('of equal numbers, of none, and of spoilt ones is still a picture', () => {
    expect(histogram(Float32Array.of(2, 2, 2), 4).counts.reduce((a, b) => a + b, 0)).toBe(3);
    expect(histogram(new Float32Array(0), 4)).toMatchObject({ count: 0, from: 0, to: 1 });
    const spoilt = histogram(Float32Array.of(1, Number.NaN, 0, Number.POSITIVE_INFINITY), 2);
    expect(spoilt).toMatchObject({ count: 2, broken: 2, zeros: 1, counts: [1, 1] });
  });
});
