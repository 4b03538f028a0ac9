import { create } from 'zustand';
import type { RunId } from '#engine/core/brand.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import { applyEvents } from './applyEvents.ts';
import { type LiveRun, newLiveRun } from './liveRun.ts';

interface RunsState {
  readonly runs: Readonly<Record<RunId, LiveRun>>;
}

/** Every run the page follows. Fed by `receiveEvents` alone; read it through `useRun`. */
export const useRuns = create<RunsState>()(() => ({ runs: {} }));

export const runById = (id: RunId): LiveRun | undefined => useRuns.getState().runs[id];

/**
 * One thing of one run: `useRun(runId, (run) => run.latest['swarm/accuracy'])`. The component renders again only
 * when that thing changes, at most once an animation frame. `undefined` while the run is not known.
 */
export function useRun<T>(id: RunId | null, selector: (run: LiveRun) => T): T | undefined {
  return useRuns((state) => {
    const run = id === null ? undefined : state.runs[id];
    return run === undefined ? undefined : selector(run);
  });
}

export function ensureRun(id: RunId): LiveRun {
  const known = runById(id);
  if (known !== undefined) return known;
  const run = newLiveRun(id);
  useRuns.setState((state) => ({ runs: { ...state.runs, [id]: run } }));
  return run;
}

export function forgetRun(id: RunId): void {
  useRuns.setState((state) => {
    const { [id]: _forgotten, ...runs } = state.runs;
    return { runs };
  });
  waiting.delete(id);
}

export function patchRun(id: RunId, change: Partial<LiveRun>): void {
  useRuns.setState((state) => {
    const run = state.runs[id];
    return run === undefined ? state : { runs: { ...state.runs, [id]: { ...run, ...change } } };
  });
}

const waiting = new Map<RunId, RunEvent[]>();
let scheduled = false;

/** The one way events come in. They are kept until the next frame and then taken in together. */
export function receiveEvents(id: RunId, events: readonly RunEvent[]): void {
  const queue = waiting.get(id);
  if (queue === undefined) waiting.set(id, [...events]);
  else queue.push(...events);
  if (scheduled) return;
  scheduled = true;
  // A hidden page gets no animation frames, but its runs go on.
  if (typeof document === 'undefined' || document.hidden) setTimeout(flushEvents, 250);
  else requestAnimationFrame(flushEvents);
}

/** Takes in everything that waits; one store update for all runs. */
export function flushEvents(): void {
  scheduled = false;
  if (waiting.size === 0) return;
  useRuns.setState((state) => {
    const runs: Record<RunId, LiveRun> = { ...state.runs };
    for (const [id, events] of waiting) {
      const run = runs[id];
      if (run !== undefined) runs[id] = applyEvents(run, events);
    }
    return { runs };
  });
  waiting.clear();
}
