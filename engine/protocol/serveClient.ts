import type { z } from 'zod';
import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import { API, type CheckedParams, type Method, type Result } from './api.ts';
import { type EventFeed, EventStream } from './eventStream.ts';
import { type ClientMessage, clientMessageSchema, type EngineMessage, PROTOCOL_VERSION } from './messages.ts';
import type { Transport } from './transport.ts';
import { toWire } from './wireError.ts';

/** Answered by `serveClient` itself, out of `openEvents`. */
type StreamMethod = 'runs.subscribe' | 'runs.unsubscribe';

/** The engine as a connection sees it. */
export interface EngineHandlers {
  /** Version of the engine. */
  readonly version: string;
  readonly methods: {
    readonly [M in Exclude<Method, StreamMethod>]: (
      params: CheckedParams<M>,
    ) => Result<M> | Promise<Result<M>>;
  };
  /** Throws ShuuraiError `not-found` for a run there is not. */
  openEvents(runId: string): EventFeed;
  /** Calls back when the list of runs, or the state of one, changed; returns what ends that. */
  onRunsChanged(listener: () => void): () => void;
}

/** Requests of one viewer that may wait for an answer. */
const MAX_WAITING = 1000;

const isMethod = (name: string): name is Method => Object.hasOwn(API, name);

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'it is not valid';
  return issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`;
}

/** The id to answer an invalid message under; 0 where it has none. */
function idOf(message: unknown): number {
  if (typeof message !== 'object' || message === null || !('id' in message)) return 0;
  return typeof message.id === 'number' && Number.isSafeInteger(message.id) ? message.id : 0;
}

class Connection {
  readonly #transport: Transport;
  readonly #handlers: EngineHandlers;
  readonly #streams = new Map<string, EventStream>();
  readonly #stopListening: () => void;
  #greeted: number | null = null;
  #waiting = 0;
  #closed = false;

  constructor(transport: Transport, handlers: EngineHandlers) {
    this.#transport = transport;
    this.#handlers = handlers;
    this.#stopListening = handlers.onRunsChanged(() => this.#send({ type: 'runs-changed' }));
    transport.onClose(() => this.close());
    transport.onMessage((message) => this.#receive(message));
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stopListening();
    for (const stream of this.#streams.values()) stream.close();
    this.#streams.clear();
    this.#transport.close();
  }

  #send(message: EngineMessage): void {
    if (this.#closed) return;
    try {
      this.#transport.send(message);
    } catch {
      this.close(); // a transport that cannot send is lost; the viewer connects anew
    }
  }

  #fail(id: number, thrown: unknown): void {
    this.#send({ type: 'failure', id, ok: false, error: toWire(thrown) });
  }

  #receive(message: unknown): void {
    const parsed = clientMessageSchema.safeParse(message);
    if (!parsed.success) {
      const why = t`The engine did not understand a message: ${firstIssue(parsed.error)}. Reload the page or update Shuurai.`;
      this.#fail(idOf(message), new ShuuraiError('invalid-arguments', why));
      return;
    }
    this.#dispatch(parsed.data);
  }

  #dispatch(message: ClientMessage): void {
    switch (message.type) {
      case 'hello':
        this.#greeted = message.protocol;
        this.#send({ type: 'hello', protocol: PROTOCOL_VERSION, version: this.#handlers.version });
        break;
      case 'ping':
        this.#send({ type: 'pong', id: message.id });
        break;
      case 'ack':
        this.#streams.get(message.runId)?.acknowledge(message.upTo);
        break;
      case 'request':
        void this.#request(message.id, message.method, message.params);
        break;
    }
  }

  async #request(id: number, method: string, params: unknown): Promise<void> {
    if (this.#waiting >= MAX_WAITING) {
      this.#fail(
        id,
        new ShuuraiError('conflict', t`Too many requests wait for an answer. Try again in a moment.`),
      );
      return;
    }
    this.#waiting += 1;
    try {
      const result = await this.#answer(method, params);
      this.#send({ type: 'response', id, ok: true, result });
    } catch (thrown) {
      this.#fail(id, thrown);
    } finally {
      this.#waiting -= 1;
    }
  }

  async #answer(method: string, params: unknown): Promise<unknown> {
    if (this.#greeted !== PROTOCOL_VERSION) {
      throw new ShuuraiError(
        'conflict',
        t`This engine speaks protocol ${PROTOCOL_VERSION}, the view ${this.#greeted ?? t`did not say which`}. Reload the page, or update the older of the two.`,
      );
    }
    if (!isMethod(method)) {
      throw new ShuuraiError('invalid-arguments', t`The engine has no method "${method}". Update Shuurai.`);
    }
    const parsed = API[method].params.safeParse(params);
    if (!parsed.success) {
      throw new ShuuraiError(
        'invalid-arguments',
        t`The request ${method} is not valid: ${firstIssue(parsed.error)}.`,
      );
    }
    if (method === 'runs.subscribe') {
      return this.#subscribe(API[method].params.parse(params));
    }
    if (method === 'runs.unsubscribe') {
      this.#unsubscribe(API[method].params.parse(params).runId);
      return {};
    }
    // The table maps each method to the handler of its own parameters, which were just checked by its own schema.
    const handler = this.#handlers.methods[method] as (params: unknown) => unknown;
    return handler(parsed.data);
  }

  #subscribe({ runId, after, epoch, figuresAfter }: CheckedParams<'runs.subscribe'>): Record<string, never> {
    const feed = this.#handlers.openEvents(runId);
    this.#unsubscribe(runId);
    this.#streams.set(
      runId,
      new EventStream(runId, feed, { after, epoch, figuresAfter }, (message) => this.#send(message)),
    );
    return {};
  }

  #unsubscribe(runId: string): void {
    this.#streams.get(runId)?.close();
    this.#streams.delete(runId);
  }
}

/**
 * Serves one viewer over a transport until either side closes it; returns what ends it from this side. Nothing the
 * viewer sends can do more than be refused with a sentence.
 */
export function serveClient(transport: Transport, handlers: EngineHandlers): () => void {
  const connection = new Connection(transport, handlers);
  return () => connection.close();
}
