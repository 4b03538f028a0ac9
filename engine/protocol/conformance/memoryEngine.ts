import { ShuuraiError } from '../../core/errors.ts';
import type { Draft } from '../api/kept.ts';
import type { RunSummary } from '../api/runs.ts';
import type { EventFeed } from '../eventStream.ts';
import type { RunEvent } from '../events.ts';
import type { EngineHandlers } from '../serveClient.ts';

interface MemoryRun {
  readonly summary: RunSummary;
  events: RunEvent[];
  readonly rewinds: number[];
  readonly listeners: Set<() => void>;
}

const metrics = (id: number, value: number): RunEvent => ({
  id,
  round: id,
  time: id,
  type: 'metrics',
  step: id,
  values: { 'swarm/loss': value },
});

const refuse = (): never => {
  throw new ShuuraiError('conflict', 'The engine of the conformance suite cannot do this.');
};

/**
 * An engine that trains nothing, for the conformance suite; it can live behind any transport, in any process.
 * `runs.start` makes a run of as many events as the seed says; `pause` appends one event; `runs.resume` goes back to
 * half of them and writes them anew with value -1.
 */
export function memoryEngine(): EngineHandlers {
  const runs = new Map<string, MemoryRun>();
  const drafts = new Map<string, Draft>();
  const changed = new Set<() => void>();

  const find = (runId: string): MemoryRun => {
    const run = runs.get(runId);
    if (run !== undefined) return run;
    throw new ShuuraiError('not-found', `There is no run "${runId}".`, { details: { run: runId } });
  };
  const tell = (listeners: Set<() => void>) => {
    for (const listener of listeners) listener();
  };
  const listen = (listeners: Set<() => void>, listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  const feed = (run: MemoryRun): EventFeed => ({
    events: (after, limit, figuresAfter) =>
      run.events.filter(({ id }) => id > Math.max(after, figuresAfter)).slice(0, limit),
    epoch: () => run.rewinds.length,
    lastCommonEvent: (epoch) => Math.min(...run.rewinds.slice(epoch), Number.MAX_SAFE_INTEGER),
    onAppended: (listener) => listen(run.listeners, listener),
    close: () => {},
  });

  return {
    version: 'memory',
    methods: {
      'engine.info': () => ({ version: 'memory', protocol: 1, platform: 'test', runRoot: '', executors: [] }),
      'document.estimate': refuse,
      'runs.start': ({ document, seed = 0 }) => {
        const runId = `run-${runs.size + 1}`;
        const summary: RunSummary = {
          id: runId,
          name: document,
          state: 'finished',
          createdAt: 0,
          rounds: 1,
          round: 1,
          seed,
          executor: 'none',
          engineVersion: 'memory',
          fish: 0,
          task: 'classification',
          metrics: {},
          runDir: '',
          error: null,
          tags: [],
          note: '',
        };
        const events = Array.from({ length: seed }, (_, i) => metrics(i + 1, i + 1));
        runs.set(runId, { summary, events, rewinds: [], listeners: new Set() });
        tell(changed);
        return { runId };
      },
      'runs.resume': ({ runId }) => {
        const run = find(runId);
        const total = run.events.length;
        const kept = Math.floor(total / 2);
        run.rewinds.push(kept);
        run.events = run.events.slice(0, kept);
        for (let id = kept + 1; id <= total; id++) run.events.push(metrics(id, -1));
        tell(run.listeners);
        return {};
      },
      'runs.command': ({ runId }) => {
        const run = find(runId);
        run.events.push(metrics(run.events.length + 1, 0));
        tell(run.listeners);
        return {};
      },
      'runs.list': () => [...runs.values()].map((run) => ({ ...run.summary, bytes: 0, spark: [] })),
      'runs.query': refuse,
      'runs.label': refuse,
      'runs.get': refuse,
      'runs.delete': ({ runId }) => {
        find(runId);
        runs.delete(runId);
        tell(changed);
        return {};
      },
      'runs.series': () => [],
      'settings.get': refuse,
      'settings.set': refuse,
      'folders.set': refuse,
      'queue.get': () => ({ limit: 1, running: [], waiting: [] }),
      'queue.set': refuse,
      'queue.move': refuse,
      'runs.history': () => ({ lastEvent: 0, epoch: 0, series: [] }),
      'runs.confusion': refuse,
      'runs.confused': refuse,
      'runs.weights': refuse,
      'runs.predictMany': refuse,
      'runs.examples': refuse,
      'templates.list': () => [],
      'templates.save': refuse,
      'templates.rename': refuse,
      'templates.delete': refuse,
      'runs.predict': () => new Promise(() => {}), // never answers
      'data.preview': () => {
        throw new Error('an error that is not ours');
      },
      'data.upload': ({ base64 }) => ({ path: `${base64.length} characters` }),
      'drafts.list': () => [...drafts.values()],
      'drafts.save': (draft) => {
        drafts.set(draft.id, draft);
        return {};
      },
      'drafts.delete': ({ id }) => {
        drafts.delete(id);
        return {};
      },
      'pieces.list': () => [],
      'pieces.save': refuse,
      'pieces.delete': refuse,
    },
    openEvents: (runId) => feed(find(runId)),
    onRunsChanged: (listener) => listen(changed, listener),
  };
}
