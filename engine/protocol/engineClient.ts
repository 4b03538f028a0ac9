import { ShuuraiError, toShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import type { Method, Params, Result } from './api.ts';
import { EventSubscriptions, type Known } from './eventSubscriptions.ts';
import type { RunEvent } from './events.ts';
import { Listeners } from './listeners.ts';
import { type ClientMessage, type EngineMessage, engineMessageSchema, PROTOCOL_VERSION } from './messages.ts';
import { OpenRequests } from './openRequests.ts';
import type { Transport } from './transport.ts';
import { fromWire } from './wireError.ts';

/** `connecting`: never open yet. `lost`: it was open or could not be opened; the client goes on trying. */
export type ConnectionState = 'connecting' | 'open' | 'lost';

export interface EngineClientOptions {
  /** First pause before connecting anew; doubles up to `maxBackOffMs`. Default 250. */
  readonly backOffMs?: number;
  /** Default 5000. */
  readonly maxBackOffMs?: number;
  /** For requests without their own. Default 60 000. */
  readonly timeoutMs?: number;
  /** Silence after which the engine is asked whether it is there; as long again and the connection is lost. Default 15 000. */
  readonly silenceMs?: number;
}

/**
 * The one way to the engine for views and tests. Connects at once, connects again when the connection is lost, and
 * takes its subscriptions up where they were.
 */
export class EngineClient {
  readonly #connect: () => Promise<Transport> | Transport;
  readonly #options: Required<EngineClientOptions>;
  readonly #requests = new OpenRequests();
  readonly #subscriptions: EventSubscriptions;
  readonly #stateListeners = new Listeners<ConnectionState>();
  readonly #runsListeners = new Listeners<void>();
  readonly #problemListeners = new Listeners<ShuuraiError>();
  #state: ConnectionState = 'connecting';
  #transport: Transport | null = null;
  #nextId = 1;
  #backOff: number;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #lastHeard = 0;
  #closed = false;
  #version: string | null = null;

  constructor(connect: () => Promise<Transport> | Transport, options: EngineClientOptions = {}) {
    this.#connect = connect;
    this.#options = {
      backOffMs: options.backOffMs ?? 250,
      maxBackOffMs: options.maxBackOffMs ?? 5000,
      timeoutMs: options.timeoutMs ?? 60_000,
      silenceMs: options.silenceMs ?? 15_000,
    };
    this.#backOff = this.#options.backOffMs;
    this.#subscriptions = new EventSubscriptions({
      subscribe: (runId, from) => this.request('runs.subscribe', { runId, ...from }),
      unsubscribe: (runId) => {
        if (this.#state === 'open') this.request('runs.unsubscribe', { runId }).catch(() => {}); // gone with the connection
      },
      acknowledge: (runId, upTo) => this.#send({ type: 'ack', runId, upTo }),
    });
    void this.#open();
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Version of the engine; null before the first connection. */
  get engineVersion(): string | null {
    return this.#version;
  }

  /** Returns what ends listening; so do all `on...`. */
  onState(listener: (state: ConnectionState) => void): () => void {
    return this.#stateListeners.add(listener);
  }

  /** The list of runs, or the state of one, changed: ask for it again. Also called after every new connection. */
  onRunsChanged(listener: () => void): () => void {
    return this.#runsListeners.add(listener);
  }

  /** What no request was answered with: why a connection fails, messages that were not understood. */
  onProblem(listener: (error: ShuuraiError) => void): () => void {
    return this.#problemListeners.add(listener);
  }

  /**
   * Waits for the connection if there is none. Rejects with the engine's ShuuraiError, with `interrupted` where the
   * connection was lost before the answer (the engine may have done it), with `interrupted` after `timeoutMs`.
   */
  request<M extends Method>(
    method: M,
    params: Params<M>,
    options: { readonly timeoutMs?: number } = {},
  ): Promise<Result<M>> {
    if (this.#closed)
      return Promise.reject(new ShuuraiError('interrupted', t`The connection to the engine was closed.`));
    const id = this.#nextId++;
    const answer = this.#requests.add(id, method, options.timeoutMs ?? this.#options.timeoutMs);
    const message: ClientMessage = { type: 'request', id, method, params };
    if (this.#state === 'open') this.#send(message);
    else this.#sendOnceOpen(id, message);
    return answer;
  }

  /**
   * Calls back with every event after what is known (a number: all up to it), in order and without gaps, also across lost connections.
   * Where a batch begins at a number seen before, the run went back to a checkpoint: it and what follows replace what
   * was seen from that number on. Returns what ends the subscription.
   */
  subscribe(
    runId: string,
    known: Known | number,
    onEvents: (events: readonly RunEvent[]) => void,
    onError: (error: ShuuraiError) => void = () => {},
  ): () => void {
    return this.#subscriptions.add(
      runId,
      typeof known === 'number' ? { after: known } : known,
      onEvents,
      onError,
    );
  }

  /** Tries to connect at once in place of after the back-off. */
  retryNow(): void {
    if (this.#state === 'open' || this.#closed || this.#retry === undefined) return;
    clearTimeout(this.#retry);
    this.#retry = undefined;
    void this.#open();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#lost('the view closed it');
    this.#transport?.close();
  }

  #sendOnceOpen(id: number, message: ClientMessage): void {
    const stop = this.onState((state) => {
      if (!this.#requests.has(id)) stop();
      else if (state === 'open') {
        stop();
        this.#send(message);
      }
    });
  }

  #send(message: ClientMessage): void {
    this.#transport?.send(message);
  }

  #setState(state: ConnectionState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#stateListeners.call(state);
  }

  async #open(): Promise<void> {
    try {
      const transport = await this.#connect();
      if (this.#closed) {
        transport.close();
        return;
      }
      this.#transport = transport;
      transport.onClose((reason) => {
        if (this.#transport === transport) this.#lost(reason);
      });
      transport.onMessage((message) => {
        if (this.#transport === transport) this.#receive(message);
      });
      this.#lastHeard = Date.now();
      this.#watch = setInterval(() => this.#checkSilence(), this.#options.silenceMs / 3);
      this.#send({ type: 'hello', protocol: PROTOCOL_VERSION });
    } catch (thrown) {
      this.#problemListeners.call(toShuuraiError(thrown));
      this.#lost('it could not be opened');
    }
  }

  #checkSilence(): void {
    const silence = Date.now() - this.#lastHeard;
    if (silence > 2 * this.#options.silenceMs) {
      const transport = this.#transport;
      this.#lost('the engine fell silent');
      transport?.close();
    } else if (silence > this.#options.silenceMs) this.#send({ type: 'ping', id: this.#nextId++ });
  }

  #lost(reason: string): void {
    this.#transport = null;
    clearInterval(this.#watch);
    const wasOpen = this.#state === 'open';
    this.#setState('lost');
    // Requests made before the connection opened were never sent: they wait on, unless all is over.
    if (wasOpen || this.#closed) this.#requests.loseAll(reason);
    if (this.#closed) return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      void this.#open();
    }, this.#backOff);
    this.#backOff = Math.min(this.#backOff * 2, this.#options.maxBackOffMs);
  }

  #receive(message: unknown): void {
    this.#lastHeard = Date.now();
    const parsed = engineMessageSchema.safeParse(message);
    if (parsed.success) this.#dispatch(parsed.data);
    else {
      this.#problemListeners.call(
        new ShuuraiError(
          'internal',
          t`The engine sent a message this view does not understand. Reload the page or update Shuurai.`,
        ),
      );
    }
  }

  #dispatch(message: EngineMessage): void {
    switch (message.type) {
      case 'hello':
        this.#greeted(message.protocol, message.version);
        break;
      case 'response':
        this.#requests.answer(message.id, message.result);
        break;
      case 'failure':
        this.#failed(message.id, fromWire(message.error));
        break;
      case 'events':
        this.#subscriptions.receive(message.runId, message.epoch, message.events);
        break;
      case 'runs-changed':
        this.#runsListeners.call();
        break;
      case 'pong':
        break;
    }
  }

  #greeted(protocol: number, version: string): void {
    this.#version = version;
    if (protocol !== PROTOCOL_VERSION) {
      this.#problemListeners.call(
        new ShuuraiError(
          'conflict',
          t`The engine speaks protocol ${protocol}, this view ${PROTOCOL_VERSION}. Reload the page, or update the older of the two.`,
        ),
      );
    }
    this.#backOff = this.#options.backOffMs;
    this.#setState('open');
    this.#subscriptions.resume();
    this.#runsListeners.call();
  }

  #failed(id: number, error: ShuuraiError): void {
    if (!this.#requests.fail(id, error) && id === 0) this.#problemListeners.call(error);
  }
}
