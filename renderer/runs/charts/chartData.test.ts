import { describe, expect, it } from 'vitest';
import { alignLines, type ChartLine, lastOf, smooth, within } from './chartData.ts';
import { linesToCsv } from './linesToCsv.ts';
import { valueRange } from './valueRange.ts';

const line = (label: string, x: number[], y: number[], more: Partial<ChartLine> = {}): ChartLine => ({
  key: label,
  label,
  color: 'red',
  emphasis: 'thin',
  x,
  y,
  ...more,
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
    const { xs, ys } = alignLines([line('a', [1, 3], [10, 30]), line('b', [1, 2, 3], [1, Number.NaN, 3])]);
    expect(xs).toEqual([1, 2, 3]);
    expect(ys).toEqual([
      [10, undefined, 30],
      [1, null, 3],
    ]);
  });

  it('joins typed columns of several lengths', () => {
    const long = Float64Array.from({ length: 1000 }, (_, at) => at * 2);
    const odd = Float64Array.from([1, 2, 3]);
    const { xs, ys } = alignLines([
      { ...line('a', [], []), x: long, y: long },
      { ...line('b', [], []), x: odd, y: odd },
    ]);
    expect(xs.slice(0, 5)).toEqual([0, 1, 2, 3, 4]);
    expect(xs).toHaveLength(1002);
    expect(ys[1]?.filter((value) => value !== undefined)).toEqual([1, 2, 3]);
  });

  it('finds what is in view, and one point more at either side', () => {
    const x = [0, 10, 20, 30, 40, 50];
    expect(within(x, { from: 20, to: 30 })).toEqual({ first: 1, end: 5 });
    expect(within(x, { from: 21, to: 29 })).toEqual({ first: 2, end: 4 });
    expect(within(x, null)).toEqual({ first: 0, end: 6 });
  });

  it('fits the axis to spikes that a point stands for, and only to what is shown and in view', () => {
    const aligned = alignLines([
      line('a', [1, 2, 3], [1, 1, 1], { low: [0.5, 1, 1], high: [1, 9, 1] }),
      line('b', [1, 2, 3], [50, 50, 50]),
    ]);
    const onlyFirst = (at: number): boolean => at === 0;
    expect(valueRange(aligned, onlyFirst, [1, 3], 'linear')).toEqual([0.5, 9]);
    expect(valueRange(aligned, onlyFirst, [3, 3], 'linear')).toEqual([1, 1]);
    expect(valueRange(aligned, () => true, [1, 3], 'linear')).toEqual([0.5, 50]);
    expect(valueRange(aligned, () => false, [1, 3], 'linear')).toBeNull();
    const smoothed = alignLines([line('c', [1, 2], [2, 2], { raw: [1, 7] })]);
    expect(valueRange(smoothed, () => true, [1, 2], 'linear')).toEqual([1, 7]);
  });

  it('exports CSV that spreadsheets read, whatever the fish are called', () => {
    expect(linesToCsv('round', [line('fish "a", b', [1], [0.5])])).toBe('round,"fish ""a"", b"\n1,0.5\n');
    expect(linesToCsv('round', [line('a', [8], [2], { low: [1], high: [3] })])).toBe(
      'round,a,a min,a max\n8,2,1,3\n',
    );
  });

  it('knows the last value that is a number', () => {
    expect(lastOf(line('a', [1, 2, 3], [4, 5, Number.NaN]))).toBe(5);
    expect(lastOf(line('a', [], []))).toBeNull();
  });
});
