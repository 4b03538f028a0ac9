import type { RunId } from '#engine/core/brand.ts';
import { type ShuuraiError, toShuuraiError } from '#engine/core/errors.ts';
import type { Known } from '#engine/protocol/eventSubscriptions.ts';
import { engine } from '../engine/client.ts';
import { ensureRun, flushEvents, patchRun, receiveEvents, runById, useRuns } from './runStore.ts';
import { takeHistory } from './takeHistory.ts';

/** Buckets of all series of a run together when it is opened: some 1 MB. Charts ask for more where they need it. */
const BUCKETS = 16_000;
const RETRY_MS = 1000;

interface Followed {
  viewers: number;
  readonly stop: () => void;
}
const followed = new Map<RunId, Followed>();

/**
 * Keeps a run in the store up to date while anyone looks at it: all it measured so far in buckets, everything else it
 * published, then live, also across lost connections. Call the returned function to stop looking. Its data stays in the
 * store.
 */
export function followRun(runId: RunId): () => void {
  const known = followed.get(runId);
  if (known === undefined) {
    ensureRun(runId);
    followed.set(runId, { viewers: 1, stop: subscribe(runId) });
  } else known.viewers += 1;
  let left = false;
  return () => {
    const entry = followed.get(runId);
    if (left || entry === undefined) return;
    left = true;
    entry.viewers -= 1;
    if (entry.viewers > 0) return;
    followed.delete(runId);
    entry.stop();
  };
}

function subscribe(runId: RunId): () => void {
  let on = true;
  let stop: (() => void) | null = null;
  const fail = (error: ShuuraiError): void => patchRun(runId, { state: 'failed', reason: error.message });
  const listen = (known: Known): void => {
    stop?.();
    stop = engine.subscribe(runId, known, (events) => receiveEvents(runId, events), fail);
  };
  const read = async (): Promise<void> => {
    try {
      const history = await engine.request('runs.history', { runId, buckets: BUCKETS });
      if (!on) return;
      flushEvents(); // what waits is in the history, too
      const run = ensureRun(runId);
      const { lastEvent, epoch } = history;
      patchRun(runId, takeHistory(run, history));
      listen({ after: Math.min(run.lastEvent, lastEvent), figuresAfter: lastEvent, epoch });
    } catch (thrown) {
      const error = toShuuraiError(thrown);
      if (!on) return;
      if (error.code === 'interrupted') setTimeout(() => on && void read(), RETRY_MS);
      else fail(error);
    }
  };
  const after = runById(runId)?.lastEvent ?? 0;
  if (after === 0) void read();
  else listen({ after });
  // A run that went back to a checkpoint may have buckets that mix what was with what is.
  const unwatch = useRuns.subscribe(({ runs }) => {
    if (on && runs[runId]?.historyLost === true) {
      patchRun(runId, { historyLost: false });
      void read();
    }
  });
  return () => {
    on = false;
    unwatch();
    stop?.();
  };
}
