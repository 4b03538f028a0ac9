import { t } from '../core/text.ts';
import { isActive } from '../protocol/activeRun.ts';
import type { RunHandle } from '../runs/types.ts';

/**
 * A process that died could not say that its run ended: its record is completed for those who follow it. Does nothing
 * where the record is complete, or where another process has taken the run up.
 */
export function sayCutOff(run: RunHandle): void {
  if (run.summary().state !== 'interrupted') return;
  const last = run.events(0, Number.MAX_SAFE_INTEGER, ['state']).at(-1);
  if (last?.type !== 'state' || !isActive(last.state)) return;
  try {
    run.claim();
    run.interpose(
      'interrupted',
      ['interrupted'],
      t`The engine that ran it ended. Resume it: it goes on from its last checkpoint.`,
    );
  } catch {
    // taken up meanwhile, or a folder that only can be read: the summary says enough
  } finally {
    run.release();
  }
}
