import { useCallback } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { runById } from '../live/runStore.ts';
import type { Axis } from './charts/axis.ts';
import { firstAbove } from './charts/chartData.ts';
import { pointAtRound } from './highlight.ts';

/** Tells the other views of a run at which round the pointer is in a chart, whatever its axis measures. */
export function useRoundPointer(runId: RunId, axis: Axis): (x: number | null) => void {
  return useCallback(
    (x) => {
      const run = runById(runId);
      if (x === null || run === undefined) pointAtRound(null);
      else if (axis === 'round') pointAtRound(Math.max(0, Math.round(x)));
      else if (axis === 'step') pointAtRound(Math.max(0, Math.ceil(x / Math.max(1, run.stepsPerRound))));
      else {
        const columns = (run.series.get('swarm/loss') ?? run.series.values().next().value)?.columns();
        if (columns !== undefined)
          pointAtRound(columns.round[firstAbove(columns.time, x * 1000)] ?? run.round);
      }
    },
    [runId, axis],
  );
}
