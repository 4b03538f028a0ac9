import type { DataShape } from '../compiled.ts';

/**
 * Whether only the rows of `wte` that occur in a batch are updated ("lazy" rows, see tensor/optimizers/leaf.ts): where
 * the vocabulary is at least as large as the most tokens a fish sees at once. The rule does not look at the padded length
 * of a call, so a run never changes between the two kinds of update.
 */
export function hasLazyRows(data: DataShape, batchSize: number): boolean {
  return data.vocabSize >= batchSize * data.context;
}
