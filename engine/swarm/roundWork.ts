import { runSeries } from '#engine/protocol/series.ts';
import type { StepReport } from './trainer.ts';

/** The local steps of one round in this process: how much was done in which time. */
export class RoundWork {
  #milliseconds = 0;
  #examples = 0;
  #tokens = 0;
  #flops = 0;

  add(milliseconds: number, { examples, tokens, flops }: StepReport): void {
    this.#milliseconds += milliseconds;
    this.#examples += examples;
    this.#tokens += tokens;
    this.#flops += flops;
  }

  /** The speeds of the round, none where nothing was done; the next round begins at 0. */
  take(): Record<string, number> {
    const milliseconds = this.#milliseconds;
    const values =
      milliseconds > 0
        ? {
            [runSeries('examplesPerSecond')]: (this.#examples / milliseconds) * 1000,
            [runSeries('tokensPerSecond')]: (this.#tokens / milliseconds) * 1000,
            [runSeries('gflops')]: this.#flops / milliseconds / 1e6,
          }
        : {};
    this.#milliseconds = this.#examples = this.#tokens = this.#flops = 0;
    return values;
  }
}
