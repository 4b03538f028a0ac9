import { create } from 'zustand';
import type { RunId } from '#engine/core/brand.ts';
import { ShuuraiError, toShuuraiError } from '#engine/core/errors.ts';
import type { EngineInfo, Method, Params, Result } from '#engine/protocol/api.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import { openTransport } from './openTransport.ts';
import { Session } from './session.ts';

interface Connection {
  readonly state: 'connecting' | 'connected' | 'lost';
  /** Why it is lost, as a sentence. */
  readonly reason: string | null;
  readonly info: EngineInfo | null;
  /** Counts connections: effects that must ask again after a reconnect depend on it. */
  readonly generation: number;
}

/** Whether the engine can be reached. */
export const useConnection = create<Connection>()(() => ({
  state: 'connecting',
  reason: null,
  info: null,
  generation: 0,
}));

const RETRY_MS = [500, 1000, 2000, 4000, 8000] as const;

let session: Session | null = null;
let attempts = 0;
let retry: ReturnType<typeof setTimeout> | null = null;
const eventListeners = new Map<RunId, (events: readonly RunEvent[]) => void>();
const runsListeners = new Set<() => void>();

async function connect(): Promise<void> {
  retry = null;
  let current: Session | null = null;
  try {
    const opened = await Session.open(await openTransport(), {
      onEvents: (runId, events) => eventListeners.get(runId as RunId)?.(events), // ids on the wire are plain strings
      onRunsChanged: () => {
        for (const listener of runsListeners) listener();
      },
      onClose: (reason) => {
        if (current !== null && session === current) lose(reason);
      },
    });
    current = opened;
    session = opened;
    attempts = 0;
    useConnection.setState(({ generation }) => ({
      state: 'connected',
      reason: null,
      generation: generation + 1,
    }));
    useConnection.setState({ info: await opened.request('engine.info', {}) });
  } catch (thrown) {
    if (session === null || session === current) lose(toShuuraiError(thrown).message);
  }
}

function lose(reason: string): void {
  session = null;
  useConnection.setState({ state: 'lost', reason });
  const wait = RETRY_MS[Math.min(attempts, RETRY_MS.length - 1)] ?? 8000;
  attempts += 1;
  if (retry === null) retry = setTimeout(() => void connect(), wait);
}

/** The one way to the engine. Connects by itself, and again whenever the connection is lost. */
export const engine = {
  start(): void {
    void connect();
  },

  /** Tries at once instead of waiting for the next attempt. */
  reconnect(): void {
    if (session !== null) return;
    if (retry !== null) clearTimeout(retry);
    attempts = 0;
    void connect();
  },

  /** Rejects with a ShuuraiError whose message can be shown; code `interrupted` when the engine is away. */
  request<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
    if (session === null) {
      return Promise.reject(new ShuuraiError('interrupted', 'The engine cannot be reached at the moment.'));
    }
    return session.request(method, params);
  },

  /** Events of a run after event `after`, until the returned function is called. One listener a run. */
  async subscribe(
    runId: RunId,
    after: number,
    listener: (events: readonly RunEvent[]) => void,
  ): Promise<() => void> {
    eventListeners.set(runId, listener);
    await this.request('runs.subscribe', { runId, after });
    return () => {
      eventListeners.delete(runId);
      if (session !== null) void session.request('runs.unsubscribe', { runId }).catch(() => undefined);
    };
  },

  /** Called when the list of runs changed. Returns how to stop. */
  onRunsChanged(listener: () => void): () => void {
    runsListeners.add(listener);
    return () => void runsListeners.delete(listener);
  },
};
