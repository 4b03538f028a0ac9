import { Worker } from 'node:worker_threads';
import { ShuuraiError } from '../core/errors.ts';
import type { RunCommand } from '../protocol/commands.ts';
import { fromWire } from '../protocol/wireError.ts';
import type { FromRunWorker, RunQuestion, RunWorkerData, ToRunWorker } from './workerMessages.ts';
import { workerUrl } from './workerUrl.ts';

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: ShuuraiError) => void;
}

export interface LiveRunOptions {
  readonly data: RunWorkerData;
  readonly onAppended: () => void;
  /** Once; `crash` is null where the loop itself ended the run, well or not, and recorded it. */
  readonly onEnd: (crash: string | null) => void;
}

/** One run in its training thread, as the engine's own thread sees it. */
export class LiveRun {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended: Promise<void>;
  #nextId = 1;

  constructor({ data, onAppended, onEnd }: LiveRunOptions) {
    this.#worker = new Worker(workerUrl('runWorker'), { workerData: data });
    let reported = false;
    let crash: string | null = null;
    this.#worker.on('message', (message: FromRunWorker) => {
      switch (message.type) {
        case 'appended':
          onAppended();
          break;
        case 'answer':
          this.#take(message.id)?.resolve(message.result);
          break;
        case 'refusal':
          this.#take(message.id)?.reject(fromWire(message.error));
          break;
        case 'ended':
        case 'failed':
          reported = true;
          break;
      }
    });
    this.#worker.on('error', (error) => {
      crash = error.message;
    });
    this.#ended = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        for (const { reject } of this.#waiting.values()) {
          reject(new ShuuraiError('interrupted', 'The run ended before it could answer. Ask again.'));
        }
        this.#waiting.clear();
        onEnd(reported ? null : (crash ?? 'its training thread ended unexpectedly'));
        resolve();
      });
    });
  }

  command(command: RunCommand): void {
    this.#send({ type: 'command', command });
  }

  ask(question: RunQuestion): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = this.#nextId;
      this.#nextId += 1;
      this.#waiting.set(id, { resolve, reject });
      this.#send({ type: 'ask', id, question });
    });
  }

  /** Asks for a checkpoint and the end, waits, and ends the thread if it does not obey. */
  async stop(graceMs: number): Promise<void> {
    this.command({ type: 'stop' });
    const timer = setTimeout(() => void this.#worker.terminate(), graceMs);
    await this.#ended;
    clearTimeout(timer);
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #send(message: ToRunWorker): void {
    this.#worker.postMessage(message);
  }
}
