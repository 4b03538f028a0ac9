import { ShuuraiError } from '#engine/core/errors.ts';
import { API, type Method, type Params, type Result } from '#engine/protocol/api.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import { engineMessageSchema, PROTOCOL_VERSION } from '#engine/protocol/messages.ts';
import type { Transport } from '#engine/protocol/transport.ts';

export interface SessionEvents {
  onEvents(runId: string, events: readonly RunEvent[]): void;
  onRunsChanged(): void;
  onClose(reason: string): void;
}

interface Waiting {
  readonly method: Method;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: ShuuraiError) => void;
}

/** One connection to the engine, from hello to close. */
export class Session {
  readonly #transport: Transport;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;

  private constructor(transport: Transport) {
    this.#transport = transport;
  }

  static open(transport: Transport, events: SessionEvents): Promise<Session> {
    const session = new Session(transport);
    return new Promise((resolve, reject) => {
      transport.onMessage((raw) => {
        const parsed = engineMessageSchema.safeParse(raw);
        if (!parsed.success) return;
        const message = parsed.data;
        switch (message.type) {
          case 'hello':
            if (message.protocol === PROTOCOL_VERSION) resolve(session);
            else {
              reject(
                new ShuuraiError(
                  'conflict',
                  `The engine speaks protocol ${message.protocol}, this page ${PROTOCOL_VERSION}: reload the page.`,
                ),
              );
              transport.close();
            }
            break;
          case 'response':
            session.#settle(message.id, message.result);
            break;
          case 'failure': {
            const { code, message: text, details } = message.error;
            session.#fail(message.id, new ShuuraiError(errorCode(code), text, { details }));
            break;
          }
          case 'events':
            events.onEvents(message.runId, message.events);
            transport.send({ type: 'ack', runId: message.runId, upTo: message.events.at(-1)?.id ?? 0 });
            break;
          case 'runs-changed':
            events.onRunsChanged();
            break;
          case 'pong':
            break;
        }
      });
      transport.onClose((reason) => {
        const error = new ShuuraiError('interrupted', reason);
        reject(error);
        for (const id of [...session.#waiting.keys()]) session.#fail(id, error);
        events.onClose(reason);
      });
      transport.send({ type: 'hello', protocol: PROTOCOL_VERSION });
    });
  }

  request<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
    return new Promise((resolve, reject) => {
      const id = this.#nextId;
      this.#nextId += 1;
      this.#waiting.set(id, {
        method,
        resolve: (result) => resolve(result as Result<M>), // checked against this method's schema in #settle
        reject,
      });
      this.#transport.send({ type: 'request', id, method, params });
    });
  }

  close(): void {
    this.#transport.close();
  }

  #settle(id: number, result: unknown): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    const parsed = API[waiting.method].result.safeParse(result);
    if (parsed.success) waiting.resolve(parsed.data);
    else
      waiting.reject(
        new ShuuraiError('internal', `The engine's answer to ${waiting.method} has an unknown form.`),
      );
  }

  #fail(id: number, error: ShuuraiError): void {
    this.#waiting.get(id)?.reject(error);
    this.#waiting.delete(id);
  }
}

const CODES = new Set<string>([
  'invalid-document',
  'invalid-arguments',
  'data-unreadable',
  'diverged',
  'interrupted',
  'not-found',
  'conflict',
  'disk-full',
  'port-in-use',
  'executor-unavailable',
  'internal',
]);
const errorCode = (code: string): ShuuraiError['code'] =>
  CODES.has(code) ? (code as ShuuraiError['code']) : 'internal'; // member of the closed set
