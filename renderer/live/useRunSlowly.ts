import { useRef } from 'react';
import { create } from 'zustand';
import type { RunId } from '#engine/core/brand.ts';
import type { LiveRun } from './liveRun.ts';
import { useRuns } from './runStore.ts';

const PERIOD_MS = 300;

/** The runs as they were at the last tick. One tick for all who look, so that they paint together. */
export const useTick = create<{ readonly runs: Readonly<Record<RunId, LiveRun>> }>()(() => ({ runs: {} }));

let timer: ReturnType<typeof setTimeout> | null = null;
useRuns.subscribe(({ runs }, before) => {
  const isNewOrGone = Object.keys(runs).length !== Object.keys(before.runs).length;
  if (isNewOrGone) useTick.setState({ runs });
  if (timer !== null) return;
  timer = setTimeout(() => {
    timer = null;
    useTick.setState({ runs: useRuns.getState().runs });
  }, PERIOD_MS);
});

/**
 * As useRun, but about three times a second: for what costs more than a number to draw, and for numbers on the canvas,
 * where two hundred nodes that each repaint at their own time would keep the page busy.
 */
export function useRunSlowly<T>(id: RunId | null, selector: (run: LiveRun) => T): T | undefined {
  return useTick(({ runs }) => {
    const run = id === null ? undefined : runs[id];
    return run === undefined ? undefined : selector(run);
  });
}

/** As useRunSlowly, but keeps its last value while `isOn` says no: for what cannot be seen. */
export function useRunWhile<T>(
  id: RunId | null,
  isOn: () => boolean,
  selector: (run: LiveRun) => T,
): T | undefined {
  const kept = useRef<{ readonly id: RunId | null; readonly value: T | undefined } | null>(null);
  return useTick(({ runs }) => {
    if (kept.current !== null && kept.current.id === id && !isOn()) return kept.current.value;
    const run = id === null ? undefined : runs[id];
    const value = run === undefined ? undefined : selector(run);
    kept.current = { id, value };
    return value;
  });
}

/** Looks again at once, after something that was off came on. */
export const tickNow = (): void => useTick.setState({ runs: { ...useRuns.getState().runs } });
