import { Worker } from 'node:worker_threads';
import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import { fromWire } from '../protocol/wireError.ts';
import type { FromRunWorker, RunQuestion, RunWorkerData, ToRunWorker } from './workerMessages.ts';
import { workerUrl } from './workerUrl.ts';

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: ShuuraiError) => void;
}

/** How the thread ended: as the loop meant it, with an error of ours, or cut off. */
export type ThreadEnd =
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly error: ShuuraiError }
  | { readonly kind: 'crashed'; readonly reason: string };

export interface LiveRunOptions {
  readonly data: RunWorkerData;
  readonly onAppended: (newState: boolean) => void;
  /** Called once. */
  readonly onEnd: (end: ThreadEnd) => void;
}

/** One run in its training thread, as the engine's own thread sees it. */
export class LiveRun {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended: Promise<void>;
  #nextId = 1;

  constructor({ data, onAppended, onEnd }: LiveRunOptions) {
    this.#worker = new Worker(workerUrl('runWorker'), { workerData: data });
    let end: ThreadEnd = { kind: 'crashed', reason: t`its training thread ended unexpectedly` };
    this.#worker.on('message', (message: FromRunWorker) => {
      switch (message.type) {
        case 'appended':
          onAppended(message.newState);
          break;
        case 'answer':
          this.#take(message.id)?.resolve(message.result);
          break;
        case 'refusal':
          this.#take(message.id)?.reject(fromWire(message.error));
          break;
        case 'ended':
          end = { kind: 'ended' };
          break;
        case 'failed':
          end = { kind: 'failed', error: fromWire(message.error) };
          break;
      }
    });
    this.#worker.on('error', (error) => {
      end = { kind: 'crashed', reason: error.message };
    });
    this.#ended = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        for (const { reject } of this.#waiting.values()) {
          reject(new ShuuraiError('interrupted', t`The run ended before it could answer. Ask again.`));
        }
        this.#waiting.clear();
        onEnd(end);
        resolve();
      });
    });
  }

  /** Answered between two steps. */
  ask(question: RunQuestion): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = this.#nextId;
      this.#nextId += 1;
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, question } satisfies ToRunWorker);
    });
  }

  /** Asks for a checkpoint and the end, waits, and ends the thread if it does not obey. */
  async stop(graceMs: number): Promise<void> {
    this.ask({ kind: 'command', command: { type: 'stop' } }).catch(() => undefined); // it may be ending already
    const timer = setTimeout(() => void this.#worker.terminate(), graceMs);
    await this.#ended;
    clearTimeout(timer);
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
