import type { FishId, RunId } from '#engine/core/brand.ts';
import { toShuuraiError } from '#engine/core/errors.ts';
import type { RunCommand } from '#engine/protocol/commands.ts';
import { engine } from '../engine/client.ts';
import { notify } from '../ui/notices.ts';

/** Sends a command to a run; a refusal becomes a notice. The effect shows when the run's events confirm it. */
export async function commandRun(runId: RunId, command: RunCommand): Promise<boolean> {
  try {
    await engine.request('runs.command', { runId, command });
    return true;
  } catch (thrown) {
    notify(toShuuraiError(thrown).message, 'bad');
    return false;
  }
}

/** Fish ids of a run come from the engine. */
export const fishId = (fish: string): FishId => fish as FishId; // see above

export const setLearningRate = (runId: RunId, fish: string, value: number): Promise<boolean> =>
  commandRun(runId, { type: 'set-learning-rate', fish: fishId(fish), value });
