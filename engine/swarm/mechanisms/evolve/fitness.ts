import type { FishId } from '#engine/core/brand.ts';
import type { AnswerTable } from '../../answerTable.ts';
import { argMax } from '../../metrics/classificationScore.ts';

/**
 * How fit a fish is on the rows of the table; more is better. `accuracy`: share of right answers. `loss`: minus the mean
 * loss in nats, a text or a predicted token each. NaN where its answers are not numbers.
 */
export function fitnessOf(
  { examples, columns, fish }: AnswerTable,
  id: FishId,
  by: 'loss' | 'accuracy',
  task: 'classification' | 'language-modelling',
): number {
  const logProbs = fish.get(id);
  if (logProbs === undefined) return Number.NaN;
  let sum = 0;
  let count = 0;
  for (let row = 0; row < examples.size; row++) {
    const start = row * columns;
    if (task === 'language-modelling') {
      const predicted = Math.min(examples.lengths[row]!, columns) - 1;
      for (let t = 0; t < predicted; t++) sum += logProbs[start + t]!;
      count += predicted;
      continue;
    }
    const truth = examples.labels[row]!;
    count += 1;
    if (by === 'loss') sum += logProbs[start + truth]!;
    else {
      const answer = argMax(logProbs, start, columns);
      sum += answer < 0 ? Number.NaN : answer === truth ? 1 : 0;
    }
  }
  return sum / count;
}
