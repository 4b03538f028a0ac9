import type { RunCommand } from '#engine/protocol/commands.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import type { RunHandle } from '#engine/runs/types.ts';

/**
 * Says that a pause or a stop has arrived, which the loop takes only after its running step. Whoever hears of the
 * command first says it, the host or the run itself; null where that was done already or there is nothing to say.
 */
export function acknowledge(run: RunHandle, { type }: RunCommand): RunEvent | null {
  if (type === 'pause') return run.interpose('pausing', ['running']);
  if (type !== 'stop') return null;
  return run.interpose('stopping', ['queued', 'preparing', 'running', 'pausing', 'paused']);
}
