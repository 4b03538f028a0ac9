import { create } from 'zustand';
import type { RunId } from '#engine/core/brand.ts';
import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { serialize } from '#engine/document/serialize.ts';
import { type OpenDocument, showRun } from '../documents/store.ts';
import { engine } from '../engine/client.ts';
import { setPanelOpen } from '../layout/layoutStore.ts';
import { notify } from '../ui/notices.ts';
import { commandRun } from './fishActions.ts';
import type { LiveRun } from './liveRun.ts';
import { ensureRun, patchRun, useRuns } from './runStore.ts';

export type RunRequest = 'pause' | 'resume' | 'stop';

interface RunControl {
  /** Tabs whose run was asked for and not yet answered. */
  readonly starting: readonly string[];
  /** What the engine was asked and has not confirmed by a change of state. */
  readonly pending: Readonly<Record<RunId, RunRequest>>;
  /** Runs this page started: their first events are news, not history. */
  readonly startedHere: ReadonlySet<RunId>;
}

/** What was asked of the engine and is not confirmed yet, so that buttons can say "stopping" and mean it. */
export const useRunControl = create<RunControl>()(() => ({
  starting: [],
  pending: {},
  startedHere: new Set(),
}));

export async function startRun(tab: OpenDocument): Promise<void> {
  useRunControl.setState(({ starting }) => ({ starting: [...starting, tab.id] }));
  try {
    const { runId } = await engine.request('runs.start', { document: serialize(tab.document) });
    const id = runId as RunId; // the engine names its runs
    useRunControl.setState(({ startedHere }) => ({ startedHere: new Set([...startedHere, id]) }));
    // It is the engine's now, though its first event is still to come.
    if (ensureRun(id).state === 'loading') patchRun(id, { state: 'preparing' });
    showRun(tab.id, id);
    setPanelOpen('runs', true);
  } catch (thrown) {
    notify(t`The swarm could not be started: ${toShuuraiError(thrown).message}`, 'bad');
  } finally {
    useRunControl.setState(({ starting }) => ({ starting: starting.filter((id) => id !== tab.id) }));
  }
}

export async function controlRun(runId: RunId, request: RunRequest): Promise<void> {
  useRunControl.setState(({ pending }) => ({ pending: { ...pending, [runId]: request } }));
  if (!(await commandRun(runId, { type: request }))) settle(runId);
}

/** Continues a run that ended early from its last checkpoint. */
export async function resumeEnded(runId: RunId): Promise<void> {
  useRunControl.setState(({ pending }) => ({ pending: { ...pending, [runId]: 'resume' } }));
  try {
    await engine.request('runs.resume', { runId });
  } catch (thrown) {
    notify(t`The run could not be resumed: ${toShuuraiError(thrown).message}`, 'bad');
    settle(runId);
  }
}

function settle(runId: RunId): void {
  useRunControl.setState(({ pending }) => {
    const { [runId]: _settled, ...rest } = pending;
    return { pending: rest };
  });
}

/** States that answer a request; on the way there ("stopping") it stays open. */
const ANSWERS: Record<RunRequest, ReadonlySet<LiveRun['state']>> = {
  pause: new Set(['paused', 'stopped', 'finished', 'failed', 'interrupted']),
  resume: new Set(['running', 'preparing', 'queued', 'finished', 'failed']),
  stop: new Set(['stopped', 'finished', 'failed', 'interrupted']),
};

useRuns.subscribe(({ runs }) => {
  for (const [id, request] of Object.entries(useRunControl.getState().pending)) {
    const runId = id as RunId; // key of pending
    const state = runs[runId]?.state;
    if (state !== undefined && ANSWERS[request].has(state)) settle(runId);
  }
});
