import { Worker } from 'node:worker_threads';
import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import { fromWire } from '../protocol/wireError.ts';
import type { FromTaskWorker, Task, ToTaskWorker } from './workerMessages.ts';
import { workerUrl } from './workerUrl.ts';

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: ShuuraiError) => void;
}

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

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
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
      if (this.#worker === worker) this.#worker = null;
      for (const { reject } of this.#waiting.values()) {
        reject(new ShuuraiError('internal', t`This could not be computed: ${reason}. Try again.`));
      }
      this.#waiting.clear();
    };
    worker.on('error', (error) => died(error.message));
    worker.on('exit', () => died('the thread that did it ended'));
    return worker;
  }
}
