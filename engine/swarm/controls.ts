import type { RunCommand } from '#engine/protocol/commands.ts';

/** Lets everything that waits in the event loop (messages from another thread above all) happen first. */
const macrotask = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What was asked of a run from outside, until the loop comes by between two steps. */
export class Controls {
  readonly #commands: RunCommand[] = [];
  readonly #questions: (() => Promise<void>)[] = [];
  #wake: (() => void) | null = null;
  #closed: Error | null = null;

  command(command: RunCommand): void {
    this.#commands.push(command);
    this.#wake?.();
  }

  /** Runs `question` between two steps; rejects where the loop ends before. */
  ask<T>(question: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#closed !== null) {
        reject(this.#closed);
        return;
      }
      this.#questions.push(async () => {
        if (this.#closed !== null) reject(this.#closed);
        else await question().then(resolve, reject);
      });
      this.#wake?.();
    });
  }

  /** Takes in what waits; goes on waiting while `isPaused`. */
  async between(take: (command: RunCommand) => void, isPaused: () => boolean): Promise<void> {
    await macrotask();
    for (;;) {
      for (const command of this.#commands.splice(0)) take(command);
      for (const question of this.#questions.splice(0)) await question();
      if (this.#commands.length > 0 || this.#questions.length > 0) continue;
      if (!isPaused()) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
  }

  /** No more questions: those that wait are refused with `reason`. */
  async close(reason: Error): Promise<void> {
    this.#closed = reason;
    for (const question of this.#questions.splice(0)) await question();
  }
}
