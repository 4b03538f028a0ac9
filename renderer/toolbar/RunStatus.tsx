import { t } from '#engine/core/text.ts';
import { useShownRun } from '../documents/useShown.ts';
import { type LiveRun, timeLeft } from '../live/liveRun.ts';
import { useRun } from '../live/runStore.ts';
import { useQueue } from '../runs/queue/queueStore.ts';
import { formatClock, formatCount } from '../ui/format.ts';

const WORDS: Partial<Record<LiveRun['state'], string>> = {
  queued: t`queued, another run goes first`,
  preparing: t`preparing…`,
  loading: t`loading…`,
  paused: t`paused`,
  pausing: t`pausing…`,
  stopping: t`stopping…`,
  stopped: t`stopped`,
  finished: t`finished`,
  failed: t`failed`,
  interrupted: t`interrupted`,
};

/** "round 42 / 60 · 0:38 left". */
export function RunStatus() {
  const runId = useShownRun();
  const state = useRun(runId, (run) => run.state);
  // What was begun counts while it goes on, at the end what was completed.
  const round = useRun(runId, (run) => run.summary?.rounds ?? run.round) ?? 0;
  const rounds = useRun(runId, (run) => run.rounds) ?? 0;
  const reason = useRun(runId, (run) => run.reason) ?? null;
  const left = useRun(runId, (run) => {
    const milliseconds = run.state === 'running' ? timeLeft(run) : null;
    return milliseconds === null ? null : formatClock(milliseconds);
  });
  const place = useQueue((queue) => queue.waiting.indexOf(runId ?? '') + 1);
  const waiting = useQueue((queue) => queue.waiting.length);
  if (state === undefined) return null;
  const word = state === 'queued' && place > 0 ? t`queued, ${place} of ${waiting}` : WORDS[state];
  return (
    <span className="run-status" data-state={state} title={reason ?? undefined}>
      {rounds > 0 && (
        <span>
          {t`round`} <b>{formatCount(round)}</b> / {formatCount(rounds)}
        </span>
      )}
      {/* Only the state is announced: a number that changes every second would never let a screen reader rest. */}
      <span className={`run-word ${state}`} role="status">
        {word}
      </span>
      {word === undefined && left !== undefined && left !== null && <span>{t`${left} left`}</span>}
    </span>
  );
}
