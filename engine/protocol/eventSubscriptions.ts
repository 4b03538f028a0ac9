import { type ShuuraiError, toShuuraiError } from '../core/errors.ts';
import type { RunEvent } from './events.ts';

interface Subscriber {
  /** Last event it was given. */
  cursor: number;
  readonly onEvents: (events: readonly RunEvent[]) => void;
  readonly onError: (error: ShuuraiError) => void;
}

interface Subscription {
  readonly subscribers: Set<Subscriber>;
  /** That of the last batch; unknown before the first. */
  epoch: number | undefined;
}

/** How subscriptions reach the engine. */
interface Wire {
  subscribe(runId: string, after: number, epoch: number | undefined): Promise<unknown>;
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
    after: number,
    onEvents: Subscriber['onEvents'],
    onError: Subscriber['onError'],
  ): () => void {
    const subscription = this.#runs.get(runId) ?? { subscribers: new Set(), epoch: undefined };
    this.#runs.set(runId, subscription);
    const subscriber: Subscriber = { cursor: after, onEvents, onError };
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
      if (rewound) subscriber.cursor = Math.min(subscriber.cursor, first.id - 1);
      const fresh = events.filter((event) => event.id > subscriber.cursor);
      if (fresh.length === 0) continue;
      subscriber.cursor = last.id;
      subscriber.onEvents(fresh);
    }
  }

  #request(runId: string, subscription: Subscription): void {
    const after = Math.min(...[...subscription.subscribers].map((subscriber) => subscriber.cursor));
    this.#wire.subscribe(runId, after, subscription.epoch).catch((thrown: unknown) => {
      const error = toShuuraiError(thrown);
      // A lost connection is no failure: `resume` asks again.
      if (error.code === 'interrupted' || this.#runs.get(runId) !== subscription) return;
      this.#runs.delete(runId);
      for (const subscriber of subscription.subscribers) subscriber.onError(error);
    });
  }
}
