import type { RunId } from '#engine/core/brand.ts';
import { toShuuraiError } from '#engine/core/errors.ts';
import { engine, useConnection } from '../engine/client.ts';
import { ensureRun, patchRun, receiveEvents, runById } from './runStore.ts';

interface Followed {
  viewers: number;
  stop: (() => void) | null;
}
const followed = new Map<RunId, Followed>();

/**
 * Keeps a run in the store up to date while anyone looks at it: everything it published so far, then live, and again
 * after a lost connection. Call the returned function to stop looking. Its data stays in the store.
 */
export function followRun(runId: RunId): () => void {
  const known = followed.get(runId);
  if (known === undefined) {
    followed.set(runId, { viewers: 1, stop: null });
    ensureRun(runId);
    void subscribe(runId);
  } else known.viewers += 1;
  let left = false;
  return () => {
    const entry = followed.get(runId);
    if (left || entry === undefined) return;
    left = true;
    entry.viewers -= 1;
    if (entry.viewers > 0) return;
    followed.delete(runId);
    entry.stop?.();
  };
}

async function subscribe(runId: RunId): Promise<void> {
  if (useConnection.getState().state !== 'connected') return;
  try {
    const stop = await engine.subscribe(runId, runById(runId)?.lastEvent ?? 0, (events) =>
      receiveEvents(runId, events),
    );
    const entry = followed.get(runId);
    if (entry === undefined) stop();
    else entry.stop = stop;
  } catch (thrown) {
    const error = toShuuraiError(thrown);
    if (error.code !== 'interrupted') patchRun(runId, { state: 'failed', reason: error.message });
  }
}

useConnection.subscribe((now, before) => {
  if (now.generation === before.generation) return;
  for (const runId of followed.keys()) void subscribe(runId);
});
