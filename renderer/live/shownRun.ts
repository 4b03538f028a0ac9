import { activeTab, useDocuments } from '../documents/store.ts';
import type { LiveRun } from './liveRun.ts';
import { useRuns } from './runStore.ts';
import { useTick } from './useRunSlowly.ts';

/** The run that is shown with the active document, as it is now. */
export function shownRun(): LiveRun | undefined {
  const id = activeTab(useDocuments.getState())?.runId ?? null;
  return id === null ? undefined : useRuns.getState().runs[id];
}

/** The same as it was at the last slow tick. */
export function shownRunSlowly(): LiveRun | undefined {
  const id = activeTab(useDocuments.getState())?.runId ?? null;
  return id === null ? undefined : useTick.getState().runs[id];
}
