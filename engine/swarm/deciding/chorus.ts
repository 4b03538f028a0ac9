import type { Task } from '#engine/data/types.ts';
import type { AnswerTable } from '../answerTable.ts';
import { type Combination, combineRow } from './combination.ts';

const known = new WeakMap<Float32Array, Float32Array>();

/** Voices are heard by many listeners: their probabilities are computed once. */
function probabilitiesOf(logs: Float32Array): Float32Array {
  const found = known.get(logs);
  if (found !== undefined) return found;
  const probabilities = logs.map(Math.exp);
  known.set(logs, probabilities);
  return probabilities;
}

/**
 * The voices a listener could hear, on rows whose truth is known: how good its answer would be if it heard some of them.
 * Plain arithmetic on answers given before, so that hundreds of choices can be tried in a round.
 */
export class Chorus {
  readonly #task: Task;
  readonly #table: AnswerTable;
  readonly #combination: Combination;
  readonly #logs: readonly Float32Array[];
  readonly #probabilities: readonly Float32Array[];
  readonly #sum: Float64Array;

  /** @param voices log-probabilities of each voice, as the table has them: [R, C], or [R, T] of true tokens. */
  constructor(task: Task, table: AnswerTable, combination: Combination, voices: readonly Float32Array[]) {
    this.#task = task;
    this.#table = table;
    this.#combination = combination;
    this.#logs = voices;
    this.#probabilities = voices.map(probabilitiesOf);
    this.#sum = new Float64Array(table.columns);
  }

  /**
   * From 0 to 1, more is better. Classification: share of the rows answered right, each counted by its weight; language
   * modelling: exp(-loss), the inverse of the perplexity. 0 where nobody is heard.
   *
   * @param weights of each voice, at least 0; their scale does not matter.
   * @param rowWeights by row of the table; absent: all alike.
   */
  quality(weights: ArrayLike<number>, rows: Int32Array, rowWeights?: Float64Array): number {
    const heard = this.#heard(weights);
    if (heard.length === 0 || rows.length === 0) return 0;
    if (this.#task === 'language-modelling')
      return Math.exp(this.#likelihood(heard, weights, rows, rowWeights));
    const { columns, examples } = this.#table;
    const logits = this.#combination === 'logits' ? this.#logs : this.#probabilities;
    let right = 0;
    let all = 0;
    for (const row of rows) {
      const weight = rowWeights?.[row] ?? 1;
      combineRow(this.#combination, logits, heard, weights, row * columns, this.#sum);
      if (largest(this.#sum) === examples.labels[row]) right += weight;
      all += weight;
    }
    return all === 0 ? 0 : right / all;
  }

  /** Mean log-probability of the truth (nats, at most 0) under the mean of the heard voices' probabilities. */
  likelihood(weights: ArrayLike<number>, rows: Int32Array, rowWeights?: Float64Array): number {
    const heard = this.#heard(weights);
    return heard.length === 0 ? -Infinity : this.#likelihood(heard, weights, rows, rowWeights);
  }

  #heard(weights: ArrayLike<number>): number[] {
    return this.#logs.flatMap((_, k) => ((weights[k] ?? 0) > 0 ? [k] : []));
  }

  #likelihood(
    heard: readonly number[],
    weights: ArrayLike<number>,
    rows: Int32Array,
    rowWeights?: Float64Array,
  ): number {
    const { columns, examples } = this.#table;
    const total = heard.reduce((sum, k) => sum + weights[k]!, 0);
    const mixture = (at: number): number => {
      let p = 0;
      for (const k of heard) p += weights[k]! * this.#probabilities[k]![at]!;
      return Math.log(Math.max(p / total, 1e-30));
    };
    let sum = 0;
    let all = 0;
    for (const row of rows) {
      const weight = rowWeights?.[row] ?? 1;
      if (this.#task === 'classification') {
        sum += weight * mixture(row * columns + examples.labels[row]!);
        all += weight;
        continue;
      }
      const tokens = Math.min(examples.lengths[row]!, columns) - 1;
      for (let t = 0; t < tokens; t++) sum += weight * mixture(row * columns + t);
      all += weight * tokens;
    }
    return all === 0 ? -Infinity : sum / all;
  }
}

function largest(values: Float64Array): number {
  let best = 0;
  for (let c = 1; c < values.length; c++) if (values[c]! > values[best]!) best = c;
  return best;
}
