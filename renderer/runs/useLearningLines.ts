import type { RunId } from '#engine/core/brand.ts';
import type { LiveRun } from '../live/liveRun.ts';
import { runById } from '../live/runStore.ts';
import { useRunSlowly } from '../live/useRunSlowly.ts';
import type { ChosenLine } from './chartChoices.ts';
import { type ChartLine, smooth } from './charts/chartData.ts';

export type Axis = 'round' | 'step' | 'time';

interface View {
  readonly axis: Axis;
  readonly smoothing: number;
}

/** Lines that are neither the swarm nor a fish take these in turn. */
const COLOURS = [
  'var(--prediction)',
  'var(--weights)',
  'var(--state)',
  'var(--examples)',
  'var(--score)',
  'var(--control)',
];

const colourOf = ({ look }: ChosenLine, at: number): string => {
  switch (look) {
    case 'swarm':
      return 'var(--score)';
    case 'fish':
      return 'var(--prediction)';
    case 'dead':
      return 'var(--text3)';
    case 'other':
      return COLOURS[at % COLOURS.length] ?? 'var(--prediction)';
  }
};

function linesOf(run: LiveRun, chosen: readonly ChosenLine[], view: View): ChartLine[] {
  const drawn = chosen.filter(({ series }) => run.series.has(series));
  return drawn.map((line, at): ChartLine => {
    const columns = run.series.get(line.series)!.columns(); // kept by the filter above
    const x = Array.from(columns[view.axis], (value) => (view.axis === 'time' ? value / 1000 : value));
    return {
      key: line.key,
      label: line.label,
      color: colourOf(line, at),
      emphasis: line.look === 'swarm' ? 'strong' : drawn.length > 2 ? 'thin' : 'normal',
      x,
      y: smooth(Array.from(columns.value), view.smoothing),
    };
  });
}

/** Lines of one chart, rebuilt a few times a second while series grow; the swarm last, so that it lies on top. */
export function useLines(runId: RunId, chosen: readonly ChosenLine[], view: View): readonly ChartLine[] {
  useRunSlowly(runId, (run) => run.seriesVersion);
  const run = runById(runId);
  return run === undefined ? [] : linesOf(run, chosen, view);
}
