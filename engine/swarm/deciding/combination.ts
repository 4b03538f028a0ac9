import type { AggregatorPlan } from '#engine/compile/plan.ts';

/** How a listener makes one answer of those it hears. */
export type Combination = 'probabilities' | 'logits' | 'votes';

/**
 * How an aggregator decides, as far as its answer follows from its sources' answers and weights alone; null where it has
 * rules or parameters of its own.
 */
export function combinationOf(aggregator: AggregatorPlan): Combination | null {
  switch (aggregator.kind) {
    case 'average':
      return aggregator.of;
    case 'weighted':
      return 'probabilities';
    case 'vote':
      return 'votes';
    case 'gate':
      return aggregator.mode === 'learned' ? null : 'probabilities';
    case 'robust':
    case 'stacking':
    case 'cascade':
      return null;
  }
}

/**
 * Scores of the classes at `start` of each voice: weighted sums of probabilities or of log-probabilities; or weighted
 * votes, with a hundredth of the probabilities to decide between equals.
 *
 * @param voices probabilities; log-probabilities for `logits`.
 * @param heard places of the voices with a weight above 0.
 * @param scores [C]; overwritten.
 */
export function combineRow(
  combination: Combination,
  voices: readonly Float32Array[],
  heard: readonly number[],
  weights: ArrayLike<number>,
  start: number,
  scores: Float64Array,
): void {
  scores.fill(0);
  for (const k of heard) {
    const voice = voices[k]!;
    const weight = weights[k]!;
    if (combination !== 'votes') {
      for (let c = 0; c < scores.length; c++) scores[c]! += weight * voice[start + c]!;
      continue;
    }
    let best = 0;
    for (let c = 0; c < scores.length; c++) {
      scores[c]! += 0.01 * weight * voice[start + c]!;
      if (voice[start + c]! > voice[start + best]!) best = c;
    }
    scores[best]! += weight;
  }
}
