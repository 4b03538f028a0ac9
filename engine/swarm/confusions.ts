import type { SwarmPlan } from '#engine/compile/plan.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import { t } from '../core/text.ts';
import type { Evaluation, Score } from './evaluate.ts';
import type { Confusions } from './runFiles.ts';
import type { Confusion } from './types.ts';

function countsOf(score: Score | null, classes: number): number[][] | null {
  if (score?.task !== 'classification') return null;
  return Array.from({ length: classes }, (_, truth) => [
    ...score.confusion.subarray(truth * classes, (truth + 1) * classes),
  ]);
}

/** null for language modelling, which has no classes to confuse. */
export function confusionsOf(
  plan: SwarmPlan,
  labels: readonly string[],
  evaluation: Evaluation,
): Confusions | null {
  if (plan.task !== 'classification') return null;
  const fish = plan.fish.flatMap(({ id }, i) => {
    const counts = countsOf(evaluation.fish[i] ?? null, labels.length);
    return counts === null ? [] : [[id, counts] as const];
  });
  return {
    labels: [...labels],
    swarm: countsOf(evaluation.swarm, labels.length),
    fish: Object.fromEntries(fish),
  };
}

/** One table of them. Throws `conflict` where the swarm or the fish has not answered. */
export function pickConfusion(confusions: Confusions | null, fish: string | null): Confusion {
  if (confusions === null) {
    throw new ShuuraiError(
      'conflict',
      t`There is no confusion table: the swarm was not evaluated yet, or it is a language model.`,
    );
  }
  const counts = fish === null ? confusions.swarm : (confusions.fish[fish] ?? null);
  if (counts === null) {
    const who = fish === null ? t`The swarm` : t`Fish "${fish}"`;
    throw new ShuuraiError(
      'conflict',
      t`${who} gave no answers at the last evaluation, so nothing was confused.`,
    );
  }
  return { labels: confusions.labels, counts };
}
