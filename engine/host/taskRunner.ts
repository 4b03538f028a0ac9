import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type ErrorCode, ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import { fromWire } from '../protocol/wireError.ts';
import type { FromTaskWorker, Task, ToTaskWorker } from './workerMessages.ts';
import { workerUrl } from './workerUrl.ts';

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: ShuuraiError) => void;
}

/** Milliseconds; what takes longer than this hangs. */
const GRACE_MS = 15_000;

/** Sends tasks to a thread of their own, started at the first one and again after it died. */
export class TaskRunner {
  readonly #storeRoot: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #nextId = 1;

  constructor(storeRoot: string) {
    this.#storeRoot = storeRoot;
  }

  /** The result is checked against the API's schema by whoever answers the request. */
  run(task: Task): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = this.#nextId;
      this.#nextId += 1;
      this.#waiting.set(id, { resolve, reject });
      this.#worker ??= this.#start();
      this.#worker.postMessage({ id, task } satisfies ToTaskWorker);
    });
  }

  /**
   * Refuses what waits, and lets the thread end what it is at: a thread that is ended within native code takes the
   * whole process with it.
   */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker === null) return;
    this.#worker = null;
    this.#refuse('interrupted', t`The engine ended before it could answer. Ask again.`);
    const ended = once(worker, 'exit');
    worker.postMessage('end' satisfies ToTaskWorker);
    const timer = setTimeout(() => void worker.terminate(), GRACE_MS);
    await ended;
    clearTimeout(timer);
  }

  #start(): Worker {
    const worker = new Worker(workerUrl('taskWorker'), { workerData: { storeRoot: this.#storeRoot } });
    worker.on('message', (message: FromTaskWorker) => {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.ok) waiting?.resolve(message.result);
      else waiting?.reject(fromWire(message.error));
    });
    const died = (reason: string): void => {
      if (this.#worker !== worker) return; // it was let go
      this.#worker = null;
      this.#refuse('internal', t`This could not be computed: ${reason}. Try again.`);
    };
    worker.on('error', (error) => died(error.message));
    worker.on('exit', () => died('the thread that did it ended'));
    return worker;
  }

  #refuse(code: ErrorCode, message: string): void {
    for (const { reject } of this.#waiting.values()) reject(new ShuuraiError(code, message));
    this.#waiting.clear();
  }
}
