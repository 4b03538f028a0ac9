import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import { API, type Method, type Result } from './api.ts';

interface Waiting {
  readonly method: Method;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: ShuuraiError) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** The requests of a client that the engine has not answered, by number. */
export class OpenRequests {
  readonly #waiting = new Map<number, Waiting>();

  /** Resolves with the checked answer; rejects as `fail` and `loseAll` say, and with `interrupted` after `timeoutMs`. */
  add<M extends Method>(id: number, method: M, timeoutMs: number): Promise<Result<M>> {
    return new Promise<Result<M>>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        const seconds = Math.round(timeoutMs / 1000);
        reject(
          new ShuuraiError(
            'interrupted',
            t`The engine did not answer "${method}" within ${seconds} s. It may be busy; try again.`,
          ),
        );
      }, timeoutMs);
      this.#waiting.set(id, {
        method,
        // checked against this method's own schema before it is called
        resolve: (result) => resolve(result as Result<M>),
        reject,
        timer,
      });
    });
  }

  has(id: number): boolean {
    return this.#waiting.has(id);
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    if (waiting !== undefined) clearTimeout(waiting.timer);
    this.#waiting.delete(id);
    return waiting;
  }

  answer(id: number, result: unknown): void {
    const waiting = this.#take(id);
    if (waiting === undefined) return; // it timed out
    const parsed = API[waiting.method].result.safeParse(result);
    if (parsed.success) waiting.resolve(parsed.data);
    else {
      waiting.reject(
        new ShuuraiError(
          'internal',
          t`The engine's answer to "${waiting.method}" is not what it should be (${parsed.error.issues[0]?.path.join('.') ?? ''}: ${parsed.error.issues[0]?.message ?? ''}). Reload the page or update Shuurai.`,
        ),
      );
    }
  }

  /** Returns whether there was such a request. */
  fail(id: number, error: ShuuraiError): boolean {
    const waiting = this.#take(id);
    waiting?.reject(error);
    return waiting !== undefined;
  }

  /** The connection they were sent over is gone. */
  loseAll(reason: string): void {
    for (const [id, { method }] of [...this.#waiting]) {
      this.fail(
        id,
        new ShuuraiError(
          'interrupted',
          t`The connection to the engine was lost before "${method}" was answered (${reason}). Try again.`,
        ),
      );
    }
  }
}
