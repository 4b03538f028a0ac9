import type { SeriesBuffer } from '../live/seriesBuffer.ts';
import type { Axis } from './charts/axis.ts';
import { type Column, firstAbove, type Range } from './charts/chartData.ts';
import type { FineSeries } from './fineSeries.ts';

export interface LineColumns {
  readonly x: Column;
  readonly y: Column;
  /** Absent where every point stands for itself. */
  readonly low?: Column;
  readonly high?: Column;
}

const covers = (fine: FineSeries, range: Range | null): boolean =>
  fine.range === null || (range !== null && fine.range.from <= range.from && fine.range.to >= range.to);

/**
 * The points of a series for a chart: the engine's finer buckets where there are some of what is looked at, and after
 * them what came since over the stream; else the page's own.
 */
export function lineColumns(
  buffer: SeriesBuffer,
  name: string,
  axis: Axis,
  range: Range | null,
  fine: FineSeries | null,
): LineColumns {
  const own = buffer.columns();
  const stored =
    buffer.size > 1 && fine !== null && fine.axis === axis && covers(fine, range)
      ? fine.series.get(name)
      : undefined;
  const scaled = (places: Column): Column =>
    axis === 'time'
      ? Float64Array.from(places, (milliseconds) => milliseconds / 1000)
      : Float64Array.from(places);
  if (stored === undefined) {
    const exact = buffer.size === 1;
    return {
      x: scaled(own[axis]),
      y: own.value.slice(),
      ...(exact ? {} : { low: own.low.slice(), high: own.high.slice() }),
    };
  }
  const last = stored[axis].at(-1) ?? Number.NEGATIVE_INFINITY;
  const end = own[axis].at(-1) ?? 0;
  const reachesEnd = fine?.range == null || fine.range.to * (axis === 'time' ? 1000 : 1) >= end;
  // The first bucket that ends after the last stored point may begin before it, which does no harm.
  const tail = reachesEnd ? firstAbove(own[axis], last) : own.value.length;
  const joined = (head: readonly number[], column: Float64Array): Float64Array => {
    const all = new Float64Array(head.length + column.length - tail);
    all.set(head);
    all.set(column.subarray(tail), head.length);
    return all;
  };
  return {
    x: scaled(joined(stored[axis], own[axis])),
    y: joined(stored.last, own.value),
    low: joined(stored.min, own.low),
    high: joined(stored.max, own.high),
  };
}
