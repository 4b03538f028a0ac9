import { lower } from '../compile/lower.ts';
import { ShuuraiError } from '../core/errors.ts';
import { ENGINE_VERSION } from '../core/version.ts';
import { readDocument } from '../document/parse.ts';
import type { SwarmDocument } from '../document/schema.ts';
import { serialize } from '../document/serialize.ts';
import type { RunCommand } from '../protocol/commands.ts';
import type { RunHandle, RunStore } from '../runs/types.ts';
import { LiveRun } from './liveRun.ts';

interface Queued {
  /** Held open, and so claimed, until the run's thread takes over. */
  readonly handle: RunHandle;
  readonly executor: 'auto' | 'onnx' | 'tfjs';
  readonly resume: boolean;
}

const STOP_GRACE_MS = 20_000;

/** Runs one after the other, each in its training thread. */
export class RunQueue {
  readonly #store: RunStore;
  readonly #onAppended: (runId: string) => void;
  readonly #onChanged: () => void;
  readonly #waiting: Queued[] = [];
  #live: { readonly id: string; readonly run: LiveRun } | null = null;
  #closing = false;

  constructor(store: RunStore, onAppended: (runId: string) => void, onChanged: () => void) {
    this.#store = store;
    this.#onAppended = onAppended;
    this.#onChanged = onChanged;
  }

  /** @throws ShuuraiError `invalid-document` */
  start(text: string, seed: number | undefined): string {
    const parsed = readDocument(text, 'the swarm');
    const document: SwarmDocument = seed === undefined ? parsed : { ...parsed, run: { ...parsed.run, seed } };
    const plan = lower(document);
    const handle = this.#store.create({
      name: document.meta.name,
      document: serialize(document),
      seed: document.run.seed,
      rounds: document.run.rounds,
      fish: plan.fish.length,
      task: plan.task,
      executor: document.run.executor,
      engineVersion: ENGINE_VERSION,
    });
    this.#enqueue({ handle, executor: document.run.executor, resume: false });
    return handle.id;
  }

  /** @throws ShuuraiError `conflict` where the run is at work already */
  resume(runId: string): void {
    if (this.isBusy(runId)) throw new ShuuraiError('conflict', 'This run is at work already.');
    const handle = this.#store.open(runId);
    try {
      handle.claim();
      handle.setState('queued');
      const { executor } = readDocument(handle.document(), 'the document of the run').run;
      this.#enqueue({ handle, executor, resume: true });
    } catch (thrown) {
      handle.close();
      throw thrown;
    }
  }

  isBusy(runId: string): boolean {
    return this.#live?.id === runId || this.#waiting.some(({ handle }) => handle.id === runId);
  }

  live(runId: string): LiveRun | null {
    return this.#live?.id === runId ? this.#live.run : null;
  }

  /** @throws ShuuraiError `conflict` where the run does not run */
  command(runId: string, command: RunCommand): void {
    const live = this.live(runId);
    if (live !== null) {
      live.command(command);
      return;
    }
    const at = this.#waiting.findIndex(({ handle }) => handle.id === runId);
    const queued = this.#waiting[at];
    if (queued !== undefined && command.type === 'stop') {
      this.#waiting.splice(at, 1);
      queued.handle.append(queued.handle.summary().round, 0, {
        type: 'state',
        state: 'stopped',
        reason: 'it was taken out of the queue',
      });
      queued.handle.setState('stopped');
      queued.handle.close();
      this.#onAppended(runId);
      this.#onChanged();
      return;
    }
    throw new ShuuraiError(
      'conflict',
      queued === undefined
        ? 'This run has ended, so nothing can be changed in it. Start it again, or resume it.'
        : 'This run waits for another to end. Only Stop is possible until it starts.',
    );
  }

  /** Checkpoints what runs and gives back what waits. */
  async close(): Promise<void> {
    this.#closing = true;
    for (const { handle } of this.#waiting.splice(0)) {
      handle.setState('interrupted');
      handle.close();
    }
    await this.#live?.run.stop(STOP_GRACE_MS);
  }

  #enqueue(queued: Queued): void {
    this.#waiting.push(queued);
    this.#onChanged();
    this.#next();
  }

  #next(): void {
    if (this.#live !== null || this.#closing) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    const { handle, executor, resume } = next;
    const { id, dir } = handle;
    handle.release();
    handle.close();
    const run = new LiveRun({
      data: { storeRoot: this.#store.root, runDir: dir, executor, resume },
      onAppended: () => this.#onAppended(id),
      onEnd: (crash) => this.#ended(id, crash),
    });
    this.#live = { id, run };
    this.#onChanged();
  }

  #ended(id: string, crash: string | null): void {
    this.#live = null;
    if (crash !== null) {
      const handle = this.#store.open(id);
      const reason = `The run was cut off: ${crash}. Resume it; it goes on from its last checkpoint.`;
      handle.append(handle.summary().round, 0, { type: 'state', state: 'interrupted', reason });
      handle.update({ state: 'interrupted', error: reason });
      handle.close();
    }
    this.#onAppended(id);
    this.#onChanged();
    this.#next();
  }
}
