import type { RunHistory } from '#engine/protocol/api/measured.ts';
import type { LiveRun } from './liveRun.ts';
import { SeriesBuffer } from './seriesBuffer.ts';

/** The run with what the engine has stored of its series, in place of what it had. */
export function takeHistory(run: LiveRun, history: RunHistory): LiveRun {
  const series = new Map(
    history.series.map((stored) => [stored.name, SeriesBuffer.from(stored, history.lastEvent)]),
  );
  const latest: Record<string, number> = {};
  let { round, step, time } = run;
  for (const stored of history.series) {
    const last = stored.last.at(-1);
    if (last !== undefined) latest[stored.name] = last;
    round = Math.max(round, stored.round.at(-1) ?? 0);
    step = Math.max(step, stored.step.at(-1) ?? 0);
    time = Math.max(time, stored.time.at(-1) ?? 0);
  }
  return {
    ...run,
    series,
    latest,
    round,
    step,
    time,
    seriesVersion: run.seriesVersion + 1,
    historyLost: false,
  };
}
