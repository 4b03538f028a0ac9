import { vi } from 'vitest';
import { EngineClient } from '../protocol/engineClient.ts';
import type { RunEvent, RunState } from '../protocol/events.ts';
import { serveClient } from '../protocol/serveClient.ts';
import { transportPair } from '../protocol/transportPair.ts';
import type { EngineHost } from './engineHost.ts';
import { smallSwarm } from './smallSwarm.testing.ts';

/** Settings of a run that does not end by itself. */
export const LONG = {
  'run.rounds': '100000',
  'nodes.crash.params.round': '99999',
  'run.checkpointEvery': '2',
};

/** A view of a host in this process. */
export const clientOf = ({ handlers }: EngineHost): EngineClient =>
  new EngineClient(() => {
    const [view, served] = transportPair();
    serveClient(served, handlers);
    return view;
  });

export async function startRun(client: EngineClient, settings: Record<string, string> = {}): Promise<string> {
  return (await client.request('runs.start', { document: smallSwarm(settings), seed: 3 })).runId;
}

/** Everything a view that keeps up would show of a run. */
export function watchRun(client: EngineClient, runId: string) {
  let events: RunEvent[] = [];
  client.subscribe(runId, 0, (batch) => {
    events = [...events.slice(0, (batch[0]?.id ?? 1) - 1), ...batch];
  });
  const until = (found: (event: RunEvent) => boolean) =>
    vi.waitFor(
      () => {
        const event = events.findLast(found);
        if (event === undefined) throw new Error(`not yet among ${events.length} events`);
        return event;
      },
      { timeout: 50_000, interval: 10 },
    );
  return {
    all: () => events,
    until,
    untilState: (state: RunState) => until((event) => event.type === 'state' && event.state === state),
    states: () => events.flatMap((event) => (event.type === 'state' ? [event.state] : [])),
  };
}
