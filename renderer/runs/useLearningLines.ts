import type { RunId } from '#engine/core/brand.ts';
import { fishSeries, swarmSeries } from '#engine/protocol/series.ts';
import type { LiveRun } from '../live/liveRun.ts';
import { runById, useRun } from '../live/runStore.ts';
import { useRunSlowly } from '../live/useRunSlowly.ts';
import { type ChartLine, smooth } from './charts/chartData.ts';

export type Axis = 'round' | 'step' | 'time';

export interface LineChoice {
  /** Metric of the swarm; null where the swarm has none. */
  readonly swarm: string | null;
  /** Metric of every fish; null leaves fish out. */
  readonly fish: string | null;
}

interface View {
  readonly axis: Axis;
  readonly smoothing: number;
  readonly hidden: ReadonlySet<string>;
}

/** Key of the swarm's own line; fish lines have the fish's id. */
export const SWARM = 'swarm';

function lineOf(run: LiveRun, name: string, view: View, look: Omit<ChartLine, 'x' | 'y'>): ChartLine | null {
  const buffer = run.series.get(name);
  if (buffer === undefined || view.hidden.has(look.key)) return null;
  const columns = buffer.columns();
  const x = Array.from(columns[view.axis], (value) => (view.axis === 'time' ? value / 1000 : value));
  return { ...look, x, y: smooth(Array.from(columns.value), view.smoothing) };
}

function linesOf(run: LiveRun, choice: LineChoice, view: View): ChartLine[] {
  const lines: (ChartLine | null)[] = [];
  if (choice.fish !== null) {
    for (const fish of run.fish) {
      const dead = run.fishState[fish.id] === 'dead' || run.fishState[fish.id] === 'failed';
      lines.push(
        lineOf(run, fishSeries(fish.id, choice.fish), view, {
          key: fish.id,
          label: fish.name,
          color: dead ? 'var(--text3)' : 'var(--prediction)',
          emphasis: run.fish.length === 1 ? 'normal' : 'thin',
        }),
      );
    }
  }
  if (choice.swarm !== null) {
    lines.push(
      lineOf(run, swarmSeries(choice.swarm), view, {
        key: SWARM,
        label: 'swarm',
        color: 'var(--score)',
        emphasis: 'strong',
      }),
    );
  }
  return lines.filter((line) => line !== null);
}

/** Lines of one chart, rebuilt a few times a second while series grow; swarm last, so that it lies on top. */
export function useLines(runId: RunId, choice: LineChoice, view: View): readonly ChartLine[] {
  useRunSlowly(runId, (run) => run.seriesVersion);
  useRun(runId, (run) => run.fishState);
  const run = runById(runId);
  return run === null || run === undefined ? [] : linesOf(run, choice, view);
}
