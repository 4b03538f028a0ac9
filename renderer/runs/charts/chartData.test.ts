import { describe, expect, it } from 'vitest';
import { alignLines, type ChartLine, linesToCsv, smooth } from './chartData.ts';

const line = (label: string, x: number[], y: number[]): ChartLine => ({
  key: label,
  label,
  color: 'red',
  emphasis: 'thin',
  x,
  y,
});

describe('chart data', () => {
  it('smooths without pulling the start towards zero', () => {
    expect(smooth([5, 5, 5], 0.9)).toEqual([expect.closeTo(5), expect.closeTo(5), expect.closeTo(5)]);
    const [, second] = smooth([0, 1], 0.5);
    expect(second).toBeCloseTo(2 / 3);
  });

  it('leaves a line alone at weight 0 and steps over gaps', () => {
    expect(smooth([1, 9, 3], 0)).toEqual([1, 9, 3]);
    const smoothed = smooth([1, Number.NaN, 1], 0.6);
    expect(smoothed[0]).toBeCloseTo(1);
    expect(smoothed[1]).toBeNaN();
    expect(smoothed[2]).toBeCloseTo(1);
  });

  it('joins lines of different x, with gaps where a fish was dead', () => {
    const [xs, a, b] = alignLines([line('a', [1, 3], [10, 30]), line('b', [1, 2, 3], [1, Number.NaN, 3])]);
    expect(xs).toEqual([1, 2, 3]);
    expect(a).toEqual([10, undefined, 30]);
    expect(b).toEqual([1, null, 3]);
  });

  it('exports CSV that spreadsheets read, whatever the fish are called', () => {
    expect(linesToCsv('round', [line('fish "a", b', [1], [0.5])])).toBe('round,"fish ""a"", b"\n1,0.5\n');
  });
});
