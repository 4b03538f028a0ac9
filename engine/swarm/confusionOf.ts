import type { RunHandle } from '#engine/runs/types.ts';
import { pickConfusion } from './confusions.ts';
import { readConfusions } from './runFiles.ts';
import type { Confusion } from './types.ts';

/** On validation, as of the newest checkpoint, from the run's folder; `fish` null: the swarm. Throws `conflict`. */
export function confusionOf(run: RunHandle, fish: string | null): Confusion {
  return pickConfusion(readConfusions(run), fish);
}
