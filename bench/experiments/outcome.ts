import type { FishId } from '#engine/core/brand.ts';
import { readLabelled } from '#engine/data/readLabelled.ts';
import type { Executor } from '#engine/executors/index.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import { evaluate } from '#engine/swarm/evaluate.ts';
import { readLoopState } from '#engine/swarm/loopState.ts';
import { loadStoredSwarm } from '#engine/swarm/storedSwarm.ts';
import type { RunEnd } from '#engine/swarm/types.ts';
import { voicesOf } from '#engine/swarm/voices.ts';

export interface TestResult {
  /** null: it refuses to answer. */
  readonly swarm: number | null;
  readonly fish: ReadonlyMap<FishId, number>;
  readonly best: number;
  readonly mean: number;
  /** Accuracy of each aggregator that can answer, by node. */
  readonly aggregators: ReadonlyMap<string, number>;
}

/** A run that has ended, and what its swarm can do. Accuracies are shares of 1. */
export class Outcome {
  readonly handle: RunHandle;
  readonly events: readonly RunEvent[];
  readonly end: RunEnd;
  readonly #executor: Executor;

  constructor(handle: RunHandle, executor: Executor, events: readonly RunEvent[], end: RunEnd) {
    this.handle = handle;
    this.#executor = executor;
    this.events = events;
    this.end = end;
  }

  /** Values of a series by round, the last of each. */
  series(name: string): Map<number, number> {
    const values = new Map<number, number>();
    for (const event of this.events) {
      if (event.type !== 'metrics') continue;
      const value = event.values[name];
      if (value !== undefined) values.set(event.round, value);
    }
    return values;
  }

  /** The last value of a series; NaN where there is none. */
  last(name: string): number {
    return [...this.series(name).values()].at(-1) ?? Number.NaN;
  }

  /**
   * Accuracy on a labelled file with the weights of the end; `dead` fish say nothing. Best and mean are over the living.
   * Throws ShuuraiError `data-unreadable` where the file is none.
   */
  async test(path: string, { dead = [] }: { readonly dead?: readonly string[] } = {}): Promise<TestResult> {
    const loaded = await loadStoredSwarm(this.handle, this.#executor);
    try {
      const { plan } = loaded.swarm;
      const checkpoint = this.handle.readCheckpoint();
      const state = readLoopState(checkpoint?.state, plan);
      const lives = (id: FishId): boolean => state.fish[id]?.state === 'running' && !dead.includes(id);
      const voices = voicesOf(plan, lives, state);
      const { examples } = await readLabelled(path, loaded.encoding, { source: null });
      const scores = await evaluate(loaded.swarm, loaded.answerer, examples, voices);
      if (scores === null) throw new Error('The evaluation ended without a result.');
      const fish = new Map(
        plan.fish.flatMap(({ id }, i) => {
          const score = scores.fish[i];
          return score == null ? [] : [[id, score.accuracy] as const];
        }),
      );
      const all = [...fish.values()];
      return {
        swarm: scores.swarm?.accuracy ?? null,
        fish,
        best: Math.max(...all),
        mean: all.reduce((a, b) => a + b, 0) / all.length,
        aggregators: new Map([...scores.aggregators].map(([id, score]) => [id, score.accuracy])),
      };
    } finally {
      await loaded.dispose();
    }
  }

  close(): void {
    this.handle.close();
  }
}
