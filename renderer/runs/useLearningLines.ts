import { useMemo } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import type { LiveRun } from '../live/liveRun.ts';
import { runById } from '../live/runStore.ts';
import { useRunSlowly } from '../live/useRunSlowly.ts';
import type { ChosenLine } from './chartChoices.ts';
import type { Axis } from './charts/axis.ts';
import { type ChartLine, type Range, smooth } from './charts/chartData.ts';
import { type FineSeries, useFineSeries } from './fineSeries.ts';
import { lineColumns } from './lineColumns.ts';
import { meanColumns } from './meanColumns.ts';

interface View {
  readonly axis: Axis;
  readonly smoothing: number;
  readonly range: Range | null;
  /** Width of the plot. */
  readonly pixels: number;
}

/** Lines that are neither the swarm, a fish, nor what fish do together take these in turn. */
const COLOURS = [
  'var(--prediction)',
  'var(--weights)',
  'var(--state)',
  'var(--examples)',
  'var(--ok)',
  'var(--control)',
];

/** Of no more fish than this each has a shade of its own. */
const MOST_SHADES = 12;

/** From green to violet, clear of the colours of the swarm and of what is wrong. */
const FIRST_HUE = -50;
const LAST_HUE = 120;

const shadeOf = (at: number, count: number): string =>
  count < 2 || count > MOST_SHADES
    ? 'var(--prediction)'
    : `oklch(from var(--prediction) l c calc(h + ${Math.round(FIRST_HUE + ((LAST_HUE - FIRST_HUE) * at) / (count - 1))}))`;

/** `alike`: the lines of the same look. */
const colourOf = (line: ChosenLine, alike: readonly ChosenLine[]): string => {
  const { look } = line;
  const at = alike.indexOf(line);
  switch (look) {
    case 'swarm':
      return 'var(--score)';
    case 'fish':
      return shadeOf(at, alike.length);
    case 'dead':
      return 'var(--text3)';
    case 'mean':
      return 'var(--examples)';
    case 'best':
      return 'var(--ok)';
    case 'other':
      return COLOURS[at % COLOURS.length] ?? 'var(--prediction)';
  }
};
/** Of no more lines than this each is shown as it was before it was smoothed, too. */
const FEW = 4;
const DASH: Partial<Record<ChosenLine['look'], readonly number[]>> = { mean: [6, 3], best: [2, 3] };

const seriesOf = ({ series, meanOf }: ChosenLine): readonly string[] => meanOf ?? [series];

function linesOf(
  run: LiveRun,
  chosen: readonly ChosenLine[],
  { axis, smoothing, range }: View,
  fine: FineSeries | null,
): ChartLine[] {
  const drawn = chosen.filter((line) => seriesOf(line).some((series) => run.series.has(series)));
  return drawn.map((line): ChartLine => {
    const parts = seriesOf(line).flatMap((name) => {
      const buffer = run.series.get(name);
      return buffer === undefined ? [] : [lineColumns(buffer, name, axis, range, fine)];
    });
    const columns = parts.length === 1 ? parts[0]! : meanColumns(parts); // kept by the filter above
    const { look, key, label } = line;
    const dash = DASH[look];
    return {
      key,
      label,
      color: colourOf(
        line,
        drawn.filter((other) => other.look === look),
      ),
      emphasis: look === 'swarm' ? 'strong' : drawn.length > 4 && dash === undefined ? 'thin' : 'normal',
      ...(dash === undefined ? {} : { dash }),
      ...columns,
      ...(smoothing > 0 ? { y: smooth(columns.y, smoothing) } : {}),
      ...(smoothing > 0 && (look === 'swarm' || drawn.length <= FEW) ? { raw: columns.y } : {}),
    };
  });
}

/** Lines of one chart, rebuilt a few times a second while series grow; the swarm last, so that it lies on top. */
export function useLines(runId: RunId, chosen: readonly ChosenLine[], view: View): readonly ChartLine[] {
  const version = useRunSlowly(runId, (run) => run.seriesVersion);
  const names = useMemo(() => chosen.flatMap(seriesOf), [chosen]);
  const { axis, smoothing, range, pixels } = view;
  const fine = useFineSeries(runId, names, axis, range, pixels);
  // Only buckets that were fetched for a stretch change with it.
  const stretch = fine === null ? null : range;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` stands for the points of the series
  return useMemo(() => {
    const run = runById(runId);
    return run === undefined ? [] : linesOf(run, chosen, { axis, smoothing, range: stretch, pixels }, fine);
  }, [runId, chosen, axis, smoothing, stretch, fine, version]);
}
