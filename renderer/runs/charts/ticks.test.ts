import { describe, expect, it } from 'vitest';
import { formatPlace, formatTicks, ticks } from './ticks.ts';

describe('ticks of an axis', () => {
  it('are round numbers within it', () => {
    expect(ticks(0, 5000, 5, 'whole')).toEqual([0, 1000, 2000, 3000, 4000, 5000]);
    expect(ticks(0.31, 0.79, 5, 'linear')).toEqual([0.4, 0.5, 0.6, 0.7]);
    expect(ticks(3, 5, 10, 'whole')).toEqual([3, 4, 5]);
  });
  it('count time in minutes, not in hundreds of seconds', () => {
    expect(ticks(0, 190, 4, 'seconds').map((at) => formatPlace(at, 'seconds'))).toEqual([
      '0:00',
      '1:00',
      '2:00',
      '3:00',
    ]);
  });
  it('are powers of ten on a long logarithmic axis and round numbers on a short one', () => {
    expect(ticks(0.002, 30, 6, 'log')).toEqual([0.01, 0.1, 1, 10]);
    expect(ticks(0.5, 2, 4, 'log')).toEqual([0.5, 1, 1.5, 2]);
  });
  it('tell near values apart', () => {
    expect(formatTicks([0.8121, 0.8122, 0.8123], true)).toEqual(['81.21', '81.22', '81.23']);
    expect(formatTicks([1, 2], false)).toEqual(['1', '2']);
    expect(formatTicks([0, 0.5, 1], true)).toEqual(['0', '50', '100']);
    expect(formatTicks([0.01, 1, 100], false)).toEqual(['0.01', '1.00', '100']);
    expect(formatTicks([20_000, 40_000], false)).toEqual(['20 k', '40 k']);
  });
  it('of a single value or nothing do not fail', () => {
    expect(ticks(3, 3, 4, 'linear')).toEqual([3]);
    expect(ticks(Number.NaN, Number.NaN, 4, 'linear')).toEqual([]);
  });
});
