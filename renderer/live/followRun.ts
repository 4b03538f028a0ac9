import type { RunId } from '#engine/core/brand.ts';
import { engine } from '../engine/client.ts';
import { ensureRun, patchRun, receiveEvents, runById } from './runStore.ts';

interface Followed {
  viewers: number;
  readonly stop: () => void;
}
const followed = new Map<RunId, Followed>();

/**
 * Keeps a run in the store up to date while anyone looks at it: everything it published so far, then live, also across
 * lost connections. Call the returned function to stop looking. Its data stays in the store.
 */
export function followRun(runId: RunId): () => void {
  const known = followed.get(runId);
  if (known === undefined) {
    ensureRun(runId);
    const stop = engine.subscribe(
      runId,
      runById(runId)?.lastEvent ?? 0,
      (events) => receiveEvents(runId, events),
      (error) => patchRun(runId, { state: 'failed', reason: error.message }),
    );
    followed.set(runId, { viewers: 1, stop });
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
