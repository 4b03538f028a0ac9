import { create } from 'zustand';
import { toShuuraiError } from '#engine/core/errors.ts';
import type { Result } from '#engine/protocol/api.ts';
import { engine } from '../../engine/client.ts';
import { notify } from '../../ui/notices.ts';

/** Which runs train and which wait, as the engine last said. */
export const useQueue = create<Result<'queue.get'>>()(() => ({ limit: 1, running: [], waiting: [] }));

/** Milliseconds between two questions while runs change all the time. */
const PAUSE = 250;

/** Keeps the queue current; returns how to stop. */
export function startQueueWatch(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      // Lost with the connection; after the next one it is asked again.
      engine.request('queue.get', {}).then(
        (queue) => useQueue.setState(queue),
        () => undefined,
      );
    }, PAUSE);
  };
  const stop = engine.onRunsChanged(ask);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

async function tell(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (thrown) {
    notify(toShuuraiError(thrown).message, 'bad');
  }
}

export const moveInQueue = (runId: string, to: number): Promise<void> =>
  tell(engine.request('queue.move', { runId, to }));
export const leaveQueue = (runId: string): Promise<void> =>
  tell(engine.request('runs.command', { runId, command: { type: 'stop' } }));
export const setQueueLimit = (limit: number): Promise<void> => tell(engine.request('queue.set', { limit }));
