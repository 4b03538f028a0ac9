import type { RunDetail } from '../protocol/api/runs.ts';
import type { FishInfo, FishState } from '../protocol/events.ts';
import type { RunHandle } from '../runs/types.ts';

/** Summary, document and fish of a run; the fish's states from its events. */
export function runDetail(run: RunHandle): RunDetail {
  let fish: readonly FishInfo[] = [];
  let labels: readonly string[] = [];
  const states = new Map<string, FishState>();
  const lastEvent = run.lastEventId();
  for (const event of run.events(0, lastEvent, ['started', 'fish-added', 'fish'])) {
    if (event.type === 'started') {
      fish = event.fish;
      labels = event.labels;
    } else if (event.type === 'fish-added')
      fish = [...fish.filter(({ id }) => id !== event.fish.id), event.fish];
    else if (event.type === 'fish') states.set(event.fish, event.state);
  }
  return {
    ...run.summary(),
    document: run.document(),
    fishInfo: fish.map((one) => ({ ...one, state: states.get(one.id) ?? 'running' })),
    labels: [...labels],
    lastEvent,
  };
}
