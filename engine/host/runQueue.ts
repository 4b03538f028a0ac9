import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import { readDocument } from '../document/parse.ts';
import type { SwarmDocument } from '../document/schema.ts';
import { isActive } from '../protocol/activeRun.ts';
import type { EngineSettings } from '../protocol/api/engine.ts';
import type { RunCommand } from '../protocol/commands.ts';
import type { RunHandle, RunStore } from '../runs/types.ts';
import { acknowledge } from '../swarm/acknowledge.ts';
import { newRun } from '../swarm/newRun.ts';
import type { KeptQueue } from './keptQueue.ts';
import { LiveRun, type ThreadEnd } from './liveRun.ts';
import { recordEnd } from './recordEnd.ts';

interface Work {
  /** Held open, and so claimed for this process, from the queue to the end of the run. */
  readonly handle: RunHandle;
  readonly executor: 'auto' | 'onnx' | 'tfjs';
  readonly resume: boolean;
}

interface Live extends Work {
  readonly run: LiveRun;
}

const STOP_GRACE_MS = 20_000;

/** Who trains and who waits. */
export interface QueueView {
  /** How many train at the same time. */
  readonly limit: number;
  readonly running: readonly string[];
  /** The next one first. */
  readonly waiting: readonly string[];
}

/** Runs one after the other, or as many at a time as is wished, each in its training thread. */
export class RunQueue {
  readonly #store: RunStore;
  readonly #settings: () => EngineSettings;
  readonly #onAppended: (runId: string) => void;
  readonly #onChanged: () => void;
  readonly #kept: KeptQueue;
  readonly #waiting: Work[] = [];
  readonly #live = new Map<string, Live>();
  /** What waited when the engine process before this one ended; the record itself is soon this one's. */
  readonly #leftBehind: readonly string[];
  #limit: number;
  #closing = false;

  constructor(
    store: RunStore,
    settings: () => EngineSettings,
    kept: KeptQueue,
    onAppended: (runId: string) => void,
    onChanged: () => void,
  ) {
    this.#store = store;
    this.#settings = settings;
    this.#kept = kept;
    const record = kept.read();
    this.#limit = record.limit;
    this.#leftBehind = record.waiting;
    this.#onAppended = onAppended;
    this.#onChanged = onChanged;
  }

  view(): QueueView {
    return {
      limit: this.#limit,
      running: [...this.#live.keys()],
      waiting: this.#waiting.map(({ handle }) => handle.id),
    };
  }

  /** More than before start at once where some wait; fewer let those that train go on. */
  setLimit(limit: number): void {
    this.#limit = limit;
    this.#changed();
    this.#next();
  }

  /** @throws ShuuraiError `conflict` where the run does not wait */
  move(runId: string, to: number): void {
    const at = this.#waiting.findIndex(({ handle }) => handle.id === runId);
    const [work] = at === -1 ? [] : this.#waiting.splice(at, 1);
    if (work === undefined)
      throw new ShuuraiError(
        'conflict',
        t`This run does not wait any more, so it has no place in the queue.`,
      );
    this.#waiting.splice(to, 0, work);
    this.#changed();
  }

  /** Takes up what waited when the last engine process died. What waits no more is left as it is. */
  restore(): void {
    for (const runId of this.#leftBehind) {
      try {
        this.resume(runId);
      } catch {
        // deleted, or taken up by another process meanwhile
      }
    }
  }

  /** @throws ShuuraiError `invalid-document` */
  start(text: string, seed: number | undefined): string {
    const parsed = readDocument(text, 'the swarm');
    const document: SwarmDocument = seed === undefined ? parsed : { ...parsed, run: { ...parsed.run, seed } };
    const handle = this.#store.create(newRun(document));
    this.#enqueue({ handle, executor: document.run.executor, resume: false });
    return handle.id;
  }

  /** @throws ShuuraiError `conflict` where the run is at work already, here or in another process */
  resume(runId: string): void {
    if (this.isBusy(runId)) throw new ShuuraiError('conflict', t`This run is at work already.`);
    const handle = this.#store.open(runId);
    try {
      handle.claim();
      handle.update({ state: 'queued', error: null });
      const { executor } = readDocument(handle.document(), 'the document of the run').run;
      this.#enqueue({ handle, executor, resume: true });
    } catch (thrown) {
      handle.close();
      throw thrown;
    }
  }

  /** Whether any run computes: one that is paused, or waits, does not. */
  isWorking(): boolean {
    return [...this.#live.values()].some(({ handle }) => handle.summary().state !== 'paused');
  }

  isBusy(runId: string): boolean {
    return this.#live.has(runId) || this.#waiting.some(({ handle }) => handle.id === runId);
  }

  live(runId: string): LiveRun | null {
    return this.#live.get(runId)?.run ?? null;
  }

  /**
   * Pause, resume and stop are taken at once; what concerns a fish is answered by the loop, between two steps.
   * @throws ShuuraiError `conflict` where the run does not run, `invalid-arguments` for a fish it does not have
   */
  async command(runId: string, command: RunCommand): Promise<void> {
    const live = this.#live.get(runId);
    if (live !== undefined) await this.#commandLive(live, command);
    else if (command.type === 'stop' && this.#unqueue(runId)) this.#changed();
    else {
      if (this.isBusy(runId))
        throw new ShuuraiError(
          'conflict',
          t`This run waits for another to end. Only Stop is possible until it starts.`,
        );
      throw new ShuuraiError(
        'conflict',
        isActive(this.#store.open(runId).summary().state)
          ? t`Another Shuurai process works on this run: change it there, or wait until it ends.`
          : t`This run has ended, so nothing can be changed in it. Start it again, or resume it.`,
      );
    }
  }

  /** Takes the run out of the queue, or stops it; resolves once nobody works on it. */
  async end(runId: string): Promise<void> {
    const live = this.#live.get(runId);
    if (live !== undefined) await live.run.stop(STOP_GRACE_MS);
    else if (this.#unqueue(runId)) this.#changed();
  }

  /** Checkpoints what runs and gives back what waits. */
  async close(): Promise<void> {
    this.#closing = true;
    for (const { handle } of this.#waiting.splice(0)) {
      const reason = t`Shuurai was closed before its turn came. Resume it to put it into the queue again.`;
      handle.update({ error: reason });
      handle.interpose('interrupted', ['queued'], reason);
      handle.close();
    }
    this.#keep();
    await Promise.all([...this.#live.values()].map(({ run }) => run.stop(STOP_GRACE_MS)));
  }

  #keep(): void {
    this.#kept.write({ limit: this.#limit, waiting: this.view().waiting.slice() });
  }

  #changed(): void {
    this.#keep();
    this.#onChanged();
  }

  async #commandLive({ handle, run }: Live, command: RunCommand): Promise<void> {
    // The loop may be in the middle of a step: that the command arrived is said here, before the loop can say more.
    if (acknowledge(handle, command) !== null) {
      this.#onAppended(handle.id);
      this.#onChanged();
    }
    const answer = run.ask({ kind: 'command', command });
    if (command.type !== 'pause' && command.type !== 'resume' && command.type !== 'stop') await answer;
    else answer.catch(() => undefined); // only a run that has just ended refuses these
  }

  #unqueue(runId: string): boolean {
    const at = this.#waiting.findIndex(({ handle }) => handle.id === runId);
    const [work] = at === -1 ? [] : this.#waiting.splice(at, 1);
    if (work === undefined) return false;
    work.handle.interpose('stopped', ['queued'], t`It was taken out of the queue.`);
    work.handle.close();
    this.#onAppended(runId);
    return true;
  }

  #enqueue(work: Work): void {
    this.#waiting.push(work);
    this.#next();
    // Whoever follows it learns that it waits.
    if (this.#waiting.includes(work) && work.handle.interpose('queued', ['queued']) !== null)
      this.#onAppended(work.handle.id);
    this.#changed();
  }

  #next(): void {
    while (this.#live.size < this.#limit && !this.#closing) {
      const work = this.#waiting.shift();
      if (work === undefined) return;
      this.#begin(work);
      this.#changed();
    }
  }

  #begin(work: Work): void {
    const { handle, executor, resume } = work;
    const { executor: usual, threads } = this.#settings();
    const wished = executor === 'auto' ? usual : executor;
    const run = new LiveRun({
      data: { storeRoot: this.#store.root, runDir: handle.dir, executor: wished, threads, resume },
      onAppended: (newState) => {
        this.#onAppended(handle.id);
        if (newState) this.#onChanged();
      },
      onEnd: (end) => this.#ended(handle, end),
    });
    this.#live.set(handle.id, { ...work, run });
  }

  #ended(handle: RunHandle, end: ThreadEnd): void {
    this.#live.delete(handle.id);
    try {
      recordEnd(handle, end);
    } catch {
      // A full disk: the run is found as interrupted, since nobody holds it any more.
    }
    handle.close();
    this.#onAppended(handle.id);
    this.#onChanged();
    this.#next();
  }
}
