import { type ShuuraiError, toShuuraiError } from '../core/errors.ts';
import type { RunEvent } from './events.ts';

/** What a subscriber knows already. */
export interface Known {
  /** The last event it has. */
  readonly after: number;
  /** It has the metrics and audits up to this event as well, and wants none of them. */
  readonly figuresAfter?: number;
  /** Of the time it learned them. */
  readonly epoch?: number;
}

interface Subscriber {
  /** Last event it was given. */
  cursor: number;
  figuresAfter: number;
  readonly onEvents: (events: readonly RunEvent[]) => void;
  readonly onError: (error: ShuuraiError) => void;
}

interface Subscription {
  readonly subscribers: Set<Subscriber>;
  /** That of the last batch; unknown before the first. */
  epoch: number | undefined;
}

const isFigure = ({ type }: RunEvent): boolean => type === 'metrics' || type === 'audit';

/** How subscriptions reach the engine. */
interface Wire {
  subscribe(runId: string, from: Known): Promise<unknown>;
  unsubscribe(runId: string): void;
  acknowledge(runId: string, upTo: number): void;
}

/** All subscriptions of one client: one stream a run over the wire, shared by every subscriber of that run. */
export class EventSubscriptions {
  readonly #wire: Wire;
  readonly #runs = new Map<string, Subscription>();

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  add(
    runId: string,
    { after, figuresAfter = 0, epoch }: Known,
    onEvents: Subscriber['onEvents'],
    onError: Subscriber['onError'],
  ): () => void {
    const subscription = this.#runs.get(runId) ?? { subscribers: new Set(), epoch: undefined };
    subscription.epoch ??= epoch;
    this.#runs.set(runId, subscription);
    const subscriber: Subscriber = { cursor: after, figuresAfter, onEvents, onError };
    subscription.subscribers.add(subscriber);
    this.#request(runId, subscription);
    return () => {
      subscription.subscribers.delete(subscriber);
      if (subscription.subscribers.size > 0 || this.#runs.get(runId) !== subscription) return;
      this.#runs.delete(runId);
      this.#wire.unsubscribe(runId);
    };
  }

  /** After a new connection: everything again, from where each was. */
  resume(): void {
    for (const [runId, subscription] of this.#runs) this.#request(runId, subscription);
  }

  receive(runId: string, epoch: number, events: readonly RunEvent[]): void {
    const first = events[0];
    const last = events.at(-1);
    if (first === undefined || last === undefined) return;
    this.#wire.acknowledge(runId, last.id);
    const subscription = this.#runs.get(runId);
    if (subscription === undefined) return; // ended meanwhile
    const rewound = subscription.epoch !== undefined && subscription.epoch !== epoch;
    subscription.epoch = epoch;
    for (const subscriber of [...subscription.subscribers]) {
      if (rewound) {
        subscriber.cursor = Math.min(subscriber.cursor, first.id - 1);
        subscriber.figuresAfter = Math.min(subscriber.figuresAfter, first.id - 1);
      }
      const fresh = events.filter(
        (event) =>
          event.id >
          (isFigure(event) ? Math.max(subscriber.cursor, subscriber.figuresAfter) : subscriber.cursor),
      );
      subscriber.cursor = Math.max(subscriber.cursor, last.id);
      if (fresh.length > 0) subscriber.onEvents(fresh);
    }
  }

  #request(runId: string, subscription: Subscription): void {
    const all = [...subscription.subscribers];
    const { epoch } = subscription;
    const from: Known = {
      after: Math.min(...all.map(({ cursor }) => cursor)),
      figuresAfter: Math.min(...all.map(({ figuresAfter }) => figuresAfter)),
      ...(epoch === undefined ? {} : { epoch }),
    };
    this.#wire.subscribe(runId, from).catch((thrown: unknown) => {
      const error = toShuuraiError(thrown);
      // A lost connection is no failure: `resume` asks again.
      if (error.code === 'interrupted' || this.#runs.get(runId) !== subscription) return;
      this.#runs.delete(runId);
      for (const subscriber of subscription.subscribers) subscriber.onError(error);
    });
  }
}
