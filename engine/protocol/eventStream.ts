import type { RunEvent } from './events.ts';
import type { EngineMessage } from './messages.ts';
import { toWire } from './wireError.ts';

/** Where the events of one run are kept. Its reads may be repeated at will: nothing is queued for a slow viewer. */
export interface EventFeed {
  /** At most `limit` events after `after`, without metrics and audits up to number `figuresAfter`. */
  events(after: number, limit: number, figuresAfter: number): readonly RunEvent[];
  /** How often event numbers have begun anew from an earlier one. */
  epoch(): number;
  /** The last event number that still means what it meant in `epoch`. */
  lastCommonEvent(epoch: number): number;
  /** Calls back after events were stored; returns what ends that. */
  onAppended(listener: () => void): () => void;
  close(): void;
}

/** Batches a viewer may have open, not yet acknowledged. */
const CREDIT = 2;
/** Milliseconds between batches: 25 a second. */
const INTERVAL = 40;
const MAX_EVENTS = 500;
/** Measurements in one batch, so that a batch stays around a megabyte. */
const MAX_VALUES = 20_000;

const weight = (event: RunEvent): number => (event.type === 'metrics' ? Object.keys(event.values).length : 1);

function cut(events: readonly RunEvent[]): readonly RunEvent[] {
  let total = 0;
  const end = events.findIndex((event) => {
    total += weight(event);
    return total > MAX_VALUES;
  });
  return end === -1 ? events : events.slice(0, Math.max(1, end));
}

/**
 * Sends one run's events to one viewer, batched, at most two batches ahead of its acknowledgements. A slow viewer
 * costs nothing: what it has not been sent stays in the store.
 */
export class EventStream {
  readonly #runId: string;
  readonly #feed: EventFeed;
  readonly #send: (message: EngineMessage) => void;
  readonly #stopListening: () => void;
  #cursor: number;
  #epoch: number;
  #figuresAfter: number;
  /** Last event of each batch on its way. */
  #open: number[] = [];
  #lastSent = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(
    runId: string,
    feed: EventFeed,
    from: {
      readonly after: number;
      readonly epoch: number | undefined;
      readonly figuresAfter: number | undefined;
    },
    send: (message: EngineMessage) => void,
  ) {
    this.#runId = runId;
    this.#feed = feed;
    this.#send = send;
    this.#cursor = from.after;
    this.#epoch = from.epoch ?? feed.epoch();
    this.#figuresAfter = from.figuresAfter ?? 0;
    this.#stopListening = feed.onAppended(() => this.#schedule());
    this.#schedule();
  }

  acknowledge(upTo: number): void {
    const at = this.#open.indexOf(upTo);
    if (at === -1) return; // of an earlier subscription
    this.#open.splice(0, at + 1);
    this.#schedule();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#stopListening();
    this.#feed.close();
  }

  #schedule(): void {
    if (this.#closed || this.#timer !== undefined || this.#open.length >= CREDIT) return;
    const wait = Math.max(0, this.#lastSent + INTERVAL - Date.now());
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        try {
          this.#pump();
        } catch (thrown) {
          this.close(); // the run was deleted, or its folder cannot be read any more
          this.#send({ type: 'failure', id: 0, ok: false, error: toWire(thrown) });
        }
      },
      Math.min(wait, INTERVAL),
    );
  }

  #pump(): void {
    const epoch = this.#feed.epoch();
    if (epoch !== this.#epoch) {
      const common = this.#feed.lastCommonEvent(this.#epoch);
      this.#cursor = Math.min(this.#cursor, common);
      this.#figuresAfter = Math.min(this.#figuresAfter, common);
      this.#epoch = epoch;
    }
    const events = cut(this.#feed.events(this.#cursor, MAX_EVENTS, this.#figuresAfter));
    const last = events.at(-1);
    if (last === undefined) return;
    this.#cursor = last.id;
    this.#open.push(last.id);
    this.#lastSent = Date.now();
    this.#send({ type: 'events', runId: this.#runId, epoch, events: [...events] });
    this.#schedule();
  }
}
