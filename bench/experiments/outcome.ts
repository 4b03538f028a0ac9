import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import { sourceId } from '#engine/compile/sources.ts';
import type { FishId } from '#engine/core/brand.ts';
import { readLabelled } from '#engine/data/readLabelled.ts';
import type { Executor } from '#engine/executors/index.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import { type Evaluation, evaluate } from '#engine/swarm/evaluate.ts';
import { readLoopState } from '#engine/swarm/loopState.ts';
import { costOfCascade } from '#engine/swarm/mechanisms/calibrate.ts';
import { loadStoredSwarm } from '#engine/swarm/storedSwarm.ts';
import type { RunEnd } from '#engine/swarm/types.ts';
import { type Voices, voicesOf } from '#engine/swarm/voices.ts';

export interface TestResult {
  /** null: it refuses to answer. */
  readonly swarm: number | null;
  readonly fish: ReadonlyMap<FishId, number>;
  readonly best: number;
  readonly mean: number;
  /** Of early exits, by id: accuracy alone, and the cost of asking it, 1 for the costliest level of the cascade that hears it. */
  readonly exits: ReadonlyMap<string, { readonly accuracy: number; readonly cost: number }>;
  /** Accuracy of each aggregator that can answer, by node. */
  readonly aggregators: ReadonlyMap<string, number>;
  /** Of aggregators that decide text by text: the mean part of each source, by node and source. */
  readonly parts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Of cascades: cost a text, 1 for the deepest level alone. */
  readonly costs: ReadonlyMap<string, number>;
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
    const [result] = await this.tests(path, [dead]);
    return result!; // one for each set
  }

  /** The same for several sets of dead fish, one after the other. */
  async tests(path: string, deadSets: readonly (readonly string[])[]): Promise<TestResult[]> {
    const loaded = await loadStoredSwarm(this.handle, this.#executor);
    try {
      const { plan } = loaded.swarm;
      const checkpoint = this.handle.readCheckpoint();
      const state = readLoopState(checkpoint?.state, plan);
      const { examples } = await readLabelled(path, loaded.encoding, { source: null });
      const results: TestResult[] = [];
      for (const dead of deadSets) {
        const lives = (id: FishId): boolean => state.fish[id]?.state === 'running' && !dead.includes(id);
        const voices = voicesOf(plan, lives, state);
        const scores = await evaluate(loaded.swarm, loaded.answerer, examples, voices);
        if (scores === null) throw new Error('The evaluation ended without a result.');
        results.push(resultOf(loaded.swarm, voices, scores));
      }
      return results;
    } finally {
      await loaded.dispose();
    }
  }

  close(): void {
    this.handle.close();
  }
}

function resultOf({ plan, levels }: CompiledSwarm, voices: Voices, scores: Evaluation): TestResult {
  const fish = new Map(
    plan.fish.flatMap(({ id }, i) => {
      const score = scores.fish[i];
      return score == null ? [] : [[id, score.accuracy] as const];
    }),
  );
  const all = [...fish.values()];
  const costOf = (id: string): number => {
    for (const { nodeId, inputs } of plan.aggregators) {
      const level = levels.get(nodeId)?.find(({ input }) => sourceId(inputs[input]!) === id);
      if (level !== undefined) return level.cost;
    }
    return Number.NaN;
  };
  return {
    swarm: scores.swarm?.accuracy ?? null,
    fish,
    best: Math.max(...all),
    mean: all.reduce((a, b) => a + b, 0) / all.length,
    exits: new Map(
      [...scores.exits].map(([id, score]) => [id, { accuracy: score.accuracy, cost: costOf(id) }]),
    ),
    aggregators: new Map([...scores.aggregators].map(([id, score]) => [id, score.accuracy])),
    parts: new Map(
      plan.aggregators.flatMap(({ nodeId, inputs }) => {
        const parts = scores.parts.get(nodeId);
        if (parts === undefined) return [];
        return [[nodeId, new Map(inputs.map((source, k) => [sourceId(source), parts.mean[k]!]))]];
      }),
    ),
    costs: new Map(
      [...levels].flatMap(([id, own]) => {
        const parts = scores.parts.get(id);
        if (parts === undefined) return [];
        const asked = [...voices.weights.get(id)!].map((weight) => weight > 0);
        return [[id, costOfCascade(own, parts.mean, asked)]];
      }),
    ),
  };
}
