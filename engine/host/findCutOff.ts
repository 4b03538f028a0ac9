import type { RunState } from '../protocol/events.ts';
import type { RunStore } from '../runs/types.ts';

/** Milliseconds within which a supervisor starts a new engine after the old one died. */
const MOMENT = 120_000;
/** What the last state event says of a run that was at work. A paused run stays as it is. */
const AT_WORK: readonly RunState[] = ['preparing', 'running'];

/**
 * Runs that were cut off a moment ago by the death of their engine process, and that saved a checkpoint since they
 * were started: a run that ends its engine before its first checkpoint would only do so again.
 */
export function findCutOff(store: RunStore, now = Date.now()): readonly string[] {
  return store
    .list()
    .filter(({ state }) => state === 'interrupted')
    .filter(({ id, createdAt }) => {
      const run = store.open(id);
      try {
        const last = run.events(run.lastEventId() - 1, 1)[0];
        if (last === undefined || now - createdAt - last.time > MOMENT) return false;
        const signs = run.events(0, Number.MAX_SAFE_INTEGER, ['started', 'state', 'checkpoint']);
        const state = signs.findLast((event) => event.type === 'state');
        const started = signs.findLastIndex((event) => event.type === 'started');
        const checkpoint = signs.findLastIndex((event) => event.type === 'checkpoint');
        return state?.type === 'state' && AT_WORK.includes(state.state) && checkpoint > started;
      } finally {
        run.close();
      }
    })
    .map(({ id }) => id);
}
