import type { AggregatorPlan, PredictionSource } from '#engine/compile/plan.ts';

type Weighted = Extract<AggregatorPlan, { kind: 'weighted' }>;

/** Before the first evaluation: the links' strengths where they are fixed, else all alike. */
export function firstLogWeights(plan: Weighted): number[] {
  return plan.inputs.map((source) => (plan.by === 'fixed' ? Math.log(source.weight) : 0));
}

/**
 * New log-weights (up to a common constant) after an evaluation; a source without a loss (dead, or refusing to answer)
 * keeps its own.
 * - fixed: the links' strengths, for ever.
 * - validation: w_k proportional to exp(-loss_k / temperature), a softmax of the validation log-likelihood a text.
 * - hedge: w_k <- w_k exp(-eta loss_k) (Freund & Schapire 1997, "A decision-theoretic generalization of on-line
 *   learning and an application to boosting").
 */
export function adaptWeights(
  plan: Weighted,
  logWeights: readonly number[],
  lossOf: (source: PredictionSource) => number | null,
): number[] {
  return plan.inputs.map((source, k) => {
    const old = logWeights[k] ?? 0;
    const loss = lossOf(source);
    if (loss === null || !Number.isFinite(loss) || plan.by === 'fixed') return old;
    return plan.by === 'hedge' ? old - plan.eta * loss : -loss / plan.temperature;
  });
}
