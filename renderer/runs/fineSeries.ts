import { useEffect, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import type { Series } from '#engine/protocol/api/measured.ts';
import { engine } from '../engine/client.ts';
import type { LiveRun } from '../live/liveRun.ts';
import { runById } from '../live/runStore.ts';
import type { Axis } from './charts/axis.ts';
import { type Range, within } from './charts/chartData.ts';

/** Buckets of a stretch of some series, as the engine made them for a screen of this width. */
export interface FineSeries {
  /** null: all of the run. */
  readonly range: Range | null;
  readonly axis: Axis;
  readonly series: ReadonlyMap<string, Series>;
}

/** Points a pixel of the plot should have: one that rises and one that falls. */
const POINTS_A_PIXEL = 2;
const MOST_POINTS = 8192;
const DEBOUNCE_MS = 120;
const KEPT = 48;
/** A whole run is asked for anew when it has grown by this factor. */
const GROWTH = 1.25;

const cache = new Map<string, Promise<FineSeries>>();

interface Wanted {
  readonly names: readonly string[];
  readonly axis: Axis;
  readonly range: Range | null;
  readonly maxPoints: number;
}

/**
 * The stretch that is asked for: the one in view widened to whole steps of a grid, so that near zooms ask for the same and
 * a small movement needs nothing new.
 */
function widened({ from, to }: Range): Range {
  const width = Math.max(to - from, 1e-9);
  const grid = 2 ** Math.ceil(Math.log2(width)) / 4;
  return { from: (Math.floor(from / grid) - 1) * grid, to: (Math.ceil(to / grid) + 1) * grid };
}

/** What the page's own buckets are too coarse for; null where they will do. */
function wantedSeries(
  run: Pick<LiveRun, 'series'>,
  names: readonly string[],
  axis: Axis,
  range: Range | null,
  pixels: number,
): Wanted | null {
  const enough = pixels * POINTS_A_PIXEL;
  const scale = axis === 'time' ? 1000 : 1;
  const seen = range === null ? null : { from: range.from * scale, to: range.to * scale };
  const coarse = names.filter((name) => {
    const buffer = run.series.get(name);
    if (buffer === undefined || buffer.size === 1) return false;
    const { first, end } = within(buffer.columns()[axis], seen);
    return end - first < enough && (range !== null || buffer.total > buffer.length);
  });
  if (coarse.length === 0 || pixels < 20) return null;
  const wide = range === null ? null : widened(range);
  const share = range === null || wide === null ? 1 : (wide.to - wide.from) / (range.to - range.from);
  // Whole powers of two, so that panels of nearly the same width share what was asked for.
  const maxPoints = Math.min(MOST_POINTS, 2 ** Math.ceil(Math.log2(enough * share)));
  return { names: coarse, axis, range: wide, maxPoints };
}

function keyOf(runId: RunId, run: Pick<LiveRun, 'series' | 'rewinds'>, wanted: Wanted): string {
  const total = Math.max(1, ...wanted.names.map((name) => run.series.get(name)?.total ?? 0));
  const grown = wanted.range === null ? Math.floor(Math.log(total) / Math.log(GROWTH)) : '';
  return JSON.stringify([runId, run.rewinds, wanted, grown]);
}

async function fetchFine(runId: RunId, { names, axis, range, maxPoints }: Wanted): Promise<FineSeries> {
  const scale = axis === 'time' ? 1000 : 1;
  const series = await engine.request('runs.series', {
    runId,
    names: [...names],
    maxPoints,
    axis,
    ...(range === null ? {} : { from: range.from * scale, to: range.to * scale }),
  });
  return { range, axis, series: new Map(series.map((one) => [one.name, one])) };
}

/** Asks the engine for finer buckets of what is looked at, where the page has too coarse ones; keeps what it got. */
export function useFineSeries(
  runId: RunId,
  names: readonly string[],
  axis: Axis,
  range: Range | null,
  pixels: number,
): FineSeries | null {
  const [fine, setFine] = useState<{ readonly key: string; readonly found: FineSeries } | null>(null);
  const run = runById(runId);
  const wanted = run === undefined ? null : wantedSeries(run, names, axis, range, pixels);
  const key = wanted === null || run === undefined ? '' : keyOf(runId, run, wanted);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all about what is wanted
  useEffect(() => {
    if (wanted === null) return;
    let on = true;
    const take = (found: FineSeries): void => {
      if (on) setFine({ key, found });
    };
    const known = cache.get(key);
    if (known !== undefined) {
      known.then(take, () => undefined);
      return () => {
        on = false;
      };
    }
    const timer = setTimeout(
      () => {
        const asked = fetchFine(runId, wanted);
        cache.set(key, asked);
        for (const old of cache.keys()) if (cache.size > KEPT) cache.delete(old);
        // Without an answer the coarse buckets stay, which are true as well.
        asked.then(take, () => cache.delete(key));
      },
      range === null ? 0 : DEBOUNCE_MS,
    );
    return () => {
      on = false;
      clearTimeout(timer);
    };
  }, [key]);
  return fine?.found ?? null;
}
