import type { AnswerFeeds, Answers, CompiledSwarm } from '#engine/compile/compiled.ts';
import type { TalkLink } from '#engine/compile/plan.ts';
import type { EncodedExamples } from '#engine/data/types.ts';
import { adjacency } from './adjacency.ts';
import { bucketLength } from './bucketLength.ts';
import type { Programs } from './programs.ts';
import type { Voices } from './voices.ts';

export interface AnsweredRows {
  /** The rows asked for; answers of later rows of the batch are padding. */
  readonly rows: Int32Array;
  /** Length of each row in `answers` of a language model. */
  readonly length: number;
  readonly answers: Answers;
}

/** Asks all fish and aggregators of a swarm about rows of examples. */
export class Answerer {
  readonly #swarm: CompiledSwarm;
  readonly #programs: Programs;
  /** Of the links asked with last. Links act on every answer, whatever round their `every` lets them train in. */
  #heard: ({ readonly talk: readonly TalkLink[] } & AnswerFeeds['adjacency']) | null = null;

  constructor(swarm: CompiledSwarm, programs: Programs) {
    this.#swarm = swarm;
    this.#programs = programs;
  }

  #adjacency(talk: readonly TalkLink[]): AnswerFeeds['adjacency'] {
    if (this.#heard?.talk !== talk) {
      const fish = this.#swarm.plan.fish.map(({ id }) => id);
      this.#heard = {
        talk,
        state: adjacency(fish, talk, 'state', null),
        proposal: adjacency(fish, talk, 'proposal', null),
      };
    }
    return this.#heard;
  }

  /** Rows by length, cut into the batches of the answer program. */
  batches(examples: EncodedExamples): readonly Int32Array[] {
    const { batchSize } = this.#swarm.answers;
    const order = Int32Array.from({ length: examples.size }, (_, row) => row).sort(
      (a, b) => examples.lengths[a]! - examples.lengths[b]! || a - b,
    );
    return Array.from({ length: Math.ceil(order.length / batchSize) }, (_, i) =>
      order.subarray(i * batchSize, (i + 1) * batchSize),
    );
  }

  #feeds(examples: EncodedExamples, rows: Int32Array, voices: Voices) {
    const { answers } = this.#swarm;
    const padded = new Int32Array(answers.batchSize).fill(rows[0]!); // callers pass rows
    padded.set(rows);
    let longest = 1;
    for (const row of rows) longest = Math.max(longest, examples.lengths[row]!);
    const length = bucketLength(answers.lengths, longest);
    const { alive, inverted, talk, weights } = voices;
    const feeds = answers.feeds({
      examples,
      rows: padded,
      length,
      alive,
      inverted,
      weights,
      adjacency: this.#adjacency(talk),
    });
    return { feeds, length };
  }

  async answer(examples: EncodedExamples, rows: Int32Array, voices: Voices): Promise<AnsweredRows> {
    const { answers } = this.#swarm;
    const { feeds, length } = this.#feeds(examples, rows, voices);
    const outputs = await this.#programs.call(answers.evaluate(length), feeds);
    return { rows, length, answers: answers.read(outputs) };
  }

  /** Language modelling: log-probabilities [vocabSize] of the token after the last of a row. */
  async next(examples: EncodedExamples, row: number, voices: Voices): Promise<Answers> {
    const { answers } = this.#swarm;
    const { feeds, length } = this.#feeds(examples, Int32Array.of(row), voices);
    return answers.readNext(await this.#programs.call(answers.next(length), feeds));
  }
}
