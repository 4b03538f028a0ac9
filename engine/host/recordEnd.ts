import { t } from '../core/text.ts';
import { isActive } from '../protocol/activeRun.ts';
import type { RunHandle } from '../runs/types.ts';
import type { ThreadEnd } from './liveRun.ts';

/** What the loop could not say itself of its end. */
export function recordEnd(handle: RunHandle, end: ThreadEnd): void {
  const { state } = handle.summary();
  if (!isActive(state)) return;
  const reason =
    end.kind === 'failed'
      ? end.error.message
      : end.kind === 'crashed'
        ? t`The run was cut off (${end.reason}). Resume it: it goes on from its last checkpoint.`
        : t`The run was cut off. Resume it: it goes on from its last checkpoint.`;
  handle.update({ error: reason });
  handle.interpose(end.kind === 'failed' ? 'failed' : 'interrupted', [state], reason);
}
