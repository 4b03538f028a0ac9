import { useEffect, useRef, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import type { LiveRun } from './liveRun.ts';
import { runById, useRuns } from './runStore.ts';

const PERIOD_MS = 350;

/** As useRun, at most about three times a second: for drawings that cost more than a number. */
export function useRunSlowly<T>(id: RunId | null, selector: (run: LiveRun) => T): T | undefined {
  const read = useRef(selector);
  read.current = selector;
  const now = (): T | undefined => {
    const run = id === null ? undefined : runById(id);
    return run === undefined ? undefined : read.current(run);
  };
  const [value, setValue] = useState<T | undefined>(now);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `now` reads the newest selector through its ref
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const take = (): void => {
      timer = null;
      setValue(() => now());
    };
    take();
    const stop = useRuns.subscribe((state, before) => {
      if (id === null || state.runs[id] === before.runs[id] || timer !== null) return;
      timer = setTimeout(take, PERIOD_MS);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [id]);
  return value;
}
