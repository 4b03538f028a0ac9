import type { Inputs } from '#engine/executors/executor.ts';
import type { TensorData } from '#engine/tensor/ir.ts';
import { uniqueRows } from '#engine/tensor/optimizers/uniqueRows.ts';
import type { DataShape, FishBatch, StepFeeds } from '../compiled.ts';
import type { SchoolPlan } from '../plan.ts';
import { columns, packRows } from './batch.ts';
import { hasLazyRows } from './embeddingRows.ts';
import { type LearnerInput, learnerInput } from './learner.ts';
import { positionsOf } from './lengths.ts';

/**
 * The class a mislabelled fish learns instead of `label`: the next one. Every label is wrong, fish corrupted apart agree,
 * and of two classes it is the other; the usual C - 1 - label (Fang et al. 2020, arXiv 1911.11815) leaves the middle of an
 * odd number of classes as it is.
 */
const falseLabel = (label: number, classes: number): number => (label + 1) % Math.max(1, classes);

/** The texts and targets of one school. `batches` and `mislabelled` by fish of the school. */
export function lessonFeeds(
  school: SchoolPlan,
  data: DataShape,
  batches: readonly FishBatch[],
  {
    examples,
    length,
    mislabelled,
  }: Pick<StepFeeds, 'examples' | 'length'> & { readonly mislabelled?: Uint8Array | undefined },
): Inputs {
  const rows = batches[0]?.rows.length ?? 0;
  const languageModel = data.task === 'language-modelling';
  const positions = positionsOf(data, length);
  const rowSize = languageModel ? positions : 1;
  const tokens = new Int32Array(batches.length * rows * positions);
  const lengths = new Int32Array(batches.length * rows);
  const targets = new Int32Array(batches.length * rows * rowSize);
  const weights = new Float32Array(targets.length);
  batches.forEach((batch, f) => {
    const packed = packRows(examples, batch.rows, length);
    tokens.set(columns(packed.tokens, length, 0, positions), f * rows * positions);
    lengths.set(packed.lengths, f * rows);
    const labels = (): Int32Array =>
      Int32Array.from(batch.rows, (row) => {
        const label = examples.labels[row] ?? 0;
        return mislabelled?.[f] === 1 ? falseLabel(label, data.classes) : label;
      });
    targets.set(languageModel ? columns(packed.tokens, length, 1, length) : labels(), f * rows * rowSize);
    weights.set(shares(batch.weights, packed.lengths, languageModel ? positions : null), f * rows * rowSize);
  });
  const inputs: Record<string, TensorData> = {};
  const put = (name: LearnerInput, value: TensorData): void => {
    inputs[learnerInput(school.id, name)] = value;
  };
  put('lengths', lengths);
  put('targets', targets);
  put('weights', weights);
  if (hasLazyRows(data, rows)) {
    const unique = uniqueRows(tokens, batches.length, data.vocabSize);
    put('uniqueIds', unique.uniqueIds);
    put('uniqueCount', unique.uniqueCount);
    put('inverse', unique.inverse);
  } else put('tokens', tokens);
  return inputs;
}

/**
 * Weights of rows, or (with `positions`) of the positions of each row that have a next token, divided by their sum; all 0 where
 * the batch has none.
 */
export function shares(
  rowWeights: ArrayLike<number>,
  lengths: Int32Array,
  positions: number | null,
): Float32Array {
  const weights = new Float32Array(rowWeights.length * (positions ?? 1));
  for (let row = 0; row < rowWeights.length; row++) {
    const weight = rowWeights[row] ?? 0;
    if (positions === null) weights[row] = weight;
    else weights.fill(weight, row * positions, row * positions + (lengths[row] ?? 1) - 1);
  }
  let sum = 0;
  for (const weight of weights) sum += weight;
  if (sum > 0) for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) / sum;
  return weights;
}

/** Rows on which fish learn to agree: every row of the shared batch that is some fish's to learn, all alike. */
export function agreementFeeds(
  data: DataShape,
  batches: readonly FishBatch[],
  { examples, length }: Pick<StepFeeds, 'examples' | 'length'>,
): Float32Array {
  const first = batches[0];
  if (first === undefined) return new Float32Array(0);
  const real = Float32Array.from(first.rows, (_, row) =>
    batches.some((batch) => (batch.weights[row] ?? 0) > 0) ? 1 : 0,
  );
  const { lengths } = packRows(examples, first.rows, length);
  return shares(real, lengths, data.task === 'language-modelling' ? positionsOf(data, length) : null);
}
