import type { RunId } from '#engine/core/brand.ts';
import { toShuuraiError } from '#engine/core/errors.ts';
import { counted } from '#engine/core/text.ts';
import { engine } from '../engine/client.ts';
import { useRunControl } from '../live/runControl.ts';
import { ensureRun, patchRun } from '../live/runStore.ts';
import { notify } from '../ui/notices.ts';

/** Starts a document once with each seed, one run after the other in the queue. Returns the ids of those that could. */
export async function startSeeds(document: string, seeds: readonly number[]): Promise<readonly RunId[]> {
  const started: RunId[] = [];
  for (const seed of seeds) {
    try {
      const { runId } = await engine.request('runs.start', { document, seed });
      const id = runId as RunId; // the engine names its runs
      started.push(id);
      useRunControl.setState(({ startedHere }) => ({ startedHere: new Set([...startedHere, id]) }));
      if (ensureRun(id).state === 'loading') patchRun(id, { state: 'preparing' });
    } catch (thrown) {
      notify(toShuuraiError(thrown).message, 'bad');
      break;
    }
  }
  if (started.length > 1)
    notify(counted(started.length, '{0} run was put in the queue', '{0} runs were put in the queue'), 'ok');
  return started;
}
