import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import type { EventFeed } from '../protocol/eventStream.ts';
import type { RunStore } from '../runs/types.ts';
import { sayCutOff } from './sayCutOff.ts';

/** The open event feeds of all viewers, by run. */
export class EventFeeds {
  readonly #store: RunStore;
  readonly #open = new Map<string, Set<EventFeed>>();
  readonly #listeners = new Map<string, Set<() => void>>();

  constructor(store: RunStore) {
    this.#store = store;
  }

  /** @throws ShuuraiError `not-found` */
  open(runId: string): EventFeed {
    const run = this.#store.open(runId);
    sayCutOff(run);
    const { id } = run;
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners);
    let closed = false;
    const whileOpen = <T>(read: () => T): T => {
      if (!closed) return read();
      throw new ShuuraiError('not-found', t`The run ${id} was deleted.`, { details: { run: id } });
    };
    const feed: EventFeed = {
      events: (after, limit, figuresAfter) => whileOpen(() => run.events(after, limit, [], figuresAfter)),
      epoch: () => whileOpen(() => run.epoch()),
      lastCommonEvent: (epoch) => whileOpen(() => run.lastCommonEvent(epoch)),
      onAppended: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      close: () => {
        if (closed) return;
        closed = true;
        this.#open.get(id)?.delete(feed);
        run.close();
      },
    };
    this.#open.set(id, (this.#open.get(id) ?? new Set()).add(feed));
    return feed;
  }

  /** Events of the run were stored. */
  appended(runId: string): void {
    for (const listener of [...(this.#listeners.get(runId) ?? [])]) listener();
  }

  /** Lets go of the run's files before they are deleted; its viewers are told at their next read. */
  close(runId: string): void {
    for (const feed of [...(this.#open.get(runId) ?? [])]) feed.close();
    this.appended(runId);
    this.#open.delete(runId);
    this.#listeners.delete(runId);
  }

  closeAll(): void {
    for (const runId of [...this.#open.keys()]) this.close(runId);
  }
}
