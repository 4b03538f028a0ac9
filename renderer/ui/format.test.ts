import { describe, expect, it } from 'vitest';
import { formatClock, formatPercent, formatScaled, formatSeconds, formatValue } from './format.ts';

describe('numbers as people read them', () => {
  it('scales', () => {
    expect(formatScaled(1_900_000)).toBe('1.9 M');
    expect(formatScaled(4.8e9, 'FLOP')).toBe('4.8 GFLOP');
    expect(formatScaled(0, 'B')).toBe('0 B');
    expect(formatScaled(999_999)).toBe('1 M');
    expect(formatScaled(undefined)).toBe('–');
  });

  it('tells time', () => {
    expect(formatSeconds(0.9)).toBe('0.9 s');
    expect(formatSeconds(0.012)).toBe('12 ms');
    expect(formatSeconds(125)).toBe('2:05');
    expect(formatSeconds(null)).toBe('–');
    expect(formatClock(38_000)).toBe('0:38');
    expect(formatClock(3_723_000)).toBe('1:02:03');
    expect(formatClock(47 * 3_600_000)).toBe('47:00:00');
    expect(formatClock(152 * 3_600_000)).toBe('6 d 8 h');
  });

  it('says – for what is unknown or no number', () => {
    expect(formatPercent(Number.NaN)).toBe('–');
    expect(formatPercent(0.8136)).toBe('81.4 %');
    expect(formatValue(undefined)).toBe('–');
    expect(formatValue(0.39123)).toBe('0.391');
  });
});
