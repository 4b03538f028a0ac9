import { describe, expect, it } from 'vitest';
import { SeriesBuffer } from '../live/seriesBuffer.ts';
import type { FineSeries } from './fineSeries.ts';
import { lineColumns } from './lineColumns.ts';
import { meanColumns } from './meanColumns.ts';

function coarse(points: number): SeriesBuffer {
  const buffer = new SeriesBuffer();
  for (let at = 1; at <= points; at += 1) buffer.push(at, at, at * 10, at * 1000, at, 256);
  return buffer;
}
const stored = (rounds: readonly number[]) => ({
  name: 'a',
  size: 2,
  total: 900,
  round: [...rounds],
  step: rounds.map((round) => round * 10),
  time: rounds.map((round) => round * 1000),
  last: [...rounds],
  min: rounds.map((round) => round - 1),
  max: [...rounds],
});
const fine = (range: FineSeries['range'], rounds: readonly number[]): FineSeries => ({
  range,
  axis: 'round',
  series: new Map([['a', stored(rounds)]]),
});

describe('points of a line', () => {
  it('are all the page has, where nothing was summed up', () => {
    const columns = lineColumns(coarse(5), 'a', 'time', null, null);
    expect([...Array.from(columns.x)]).toEqual([1, 2, 3, 4, 5]);
    expect(columns.low).toBeUndefined();
  });

  it('are finer where the engine was asked, and go on with what came since', () => {
    const buffer = coarse(1000);
    expect(buffer.size).toBeGreaterThan(1);
    const rounds = Array.from({ length: 450 }, (_, at) => (at + 1) * 2);
    const { x, y, high } = lineColumns(buffer, 'a', 'round', null, fine(null, rounds));
    const places = Array.from(x);
    expect(places.slice(0, 3)).toEqual([2, 4, 6]);
    expect(places.at(-1)).toBe(1000);
    expect(Array.from(y).at(-1)).toBe(1000);
    for (let at = 1; at < places.length; at += 1) expect(places[at]).toBeGreaterThan(places[at - 1]!);
    expect(high).toHaveLength(places.length);
  });

  it('are the page’s own where the finer ones are of another stretch', () => {
    const buffer = coarse(1000);
    const { x } = lineColumns(
      buffer,
      'a',
      'round',
      { from: 500, to: 600 },
      fine({ from: 10, to: 50 }, [10, 12]),
    );
    expect(x).toHaveLength(buffer.length);
  });

  it('of a school are the mean of its fish, of those that live', () => {
    const { x, y } = meanColumns([
      { x: [1, 2, 3], y: [1, 2, 3] },
      { x: [1, 2], y: [3, Number.NaN] },
    ]);
    expect([Array.from(x), Array.from(y)]).toEqual([
      [1, 2, 3],
      [2, 2, 3],
    ]);
  });
});
