import { create } from 'zustand';
import type { RunId } from '#engine/core/brand.ts';
import { ShuuraiError, toShuuraiError } from '#engine/core/errors.ts';
import { translate } from '#engine/core/translate.ts';
import type { EngineInfo } from '#engine/protocol/api/engine.ts';
import type { Method, Params, Result } from '#engine/protocol/api.ts';
import { EngineClient } from '#engine/protocol/engineClient.ts';
import type { Known } from '#engine/protocol/eventSubscriptions.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import { openTransport } from './openTransport.ts';
import { translateEvent } from './translateEvent.ts';

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

/** An error of the engine, which speaks English, in the language of the page. */
const inOurWords = ({ code, message, details, cause }: ShuuraiError): ShuuraiError =>
  new ShuuraiError(code, translate(message), { details, cause });

let client: EngineClient | null = null;

/** The one EngineClient; connects at its first use. */
function theClient(): EngineClient {
  if (client !== null) return client;
  const created = new EngineClient(openTransport);
  client = created;
  created.onProblem((error) => useConnection.setState({ reason: translate(error.message) }));
  created.onState((state) => {
    if (state === 'open') {
      useConnection.setState(({ generation }) => ({
        state: 'connected',
        reason: null,
        generation: generation + 1,
      }));
      created.request('engine.info', {}).then(
        (info) => useConnection.setState({ info }),
        (thrown: unknown) => useConnection.setState({ reason: translate(toShuuraiError(thrown).message) }),
      );
    } else {
      useConnection.setState({ state: state === 'lost' ? 'lost' : 'connecting' });
    }
  });
  return created;
}

/** The one way to the engine. Connects by itself, and again whenever the connection is lost. */
export const engine = {
  start(): void {
    theClient();
  },

  /** Tries at once instead of waiting for the next attempt. */
  reconnect(): void {
    theClient().retryNow();
  },

  /** Waits for the connection; rejects with a ShuuraiError whose message can be shown. */
  async request<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
    try {
      return await theClient().request(method, params);
    } catch (thrown) {
      throw inOurWords(toShuuraiError(thrown));
    }
  },

  /**
   * Every event of a run but what is known already, in order, also across lost connections; a batch that begins at a number
   * seen before replaces what was seen from there on. Returns what ends it.
   */
  subscribe(
    runId: RunId,
    known: Known,
    onEvents: (events: readonly RunEvent[]) => void,
    onError: (error: ShuuraiError) => void,
  ): () => void {
    return theClient().subscribe(
      runId,
      known,
      (events) => onEvents(events.map(translateEvent)),
      (error) => onError(inOurWords(error)),
    );
  },

  /** Called when the list of runs changed, and after every reconnect. Returns how to stop. */
  onRunsChanged(listener: () => void): () => void {
    return theClient().onRunsChanged(listener);
  },
};
