import type { AggregatorPlan, PredictionSource } from '#engine/compile/plan.ts';
import { sourceId } from '#engine/compile/sources.ts';
import type { Evaluation } from '../evaluate.ts';
import type { Mechanism, World } from './mechanism.ts';

type Weighted = Extract<AggregatorPlan, { kind: 'weighted' }>;

/** Before the first evaluation: the links' strengths where they are fixed, else all alike. */
export function firstHearing(plan: Weighted): Record<string, number> {
  return Object.fromEntries(
    plan.inputs.map((source) => [sourceId(source), plan.by === 'fixed' ? Math.log(source.weight) : 0]),
  );
}

/**
 * New log-weights (up to a common constant) by source after an evaluation; a source without a loss (dead, or refusing to
 * answer) keeps its own.
 * - fixed: the links' strengths, for ever.
 * - validation: w_k proportional to exp(-loss_k / temperature), a softmax of the validation log-likelihood a text.
 * - hedge: w_k <- w_k exp(-eta loss_k) (Freund & Schapire 1997, "A decision-theoretic generalization of on-line
 *   learning and an application to boosting").
 */
export function nextHearing(
  plan: Weighted,
  hearing: Readonly<Record<string, number>>,
  lossOf: (source: PredictionSource) => number | null,
): Record<string, number> {
  return Object.fromEntries(
    plan.inputs.map((source) => {
      const id = sourceId(source);
      const old = hearing[id] ?? 0;
      const loss = lossOf(source);
      if (loss === null || !Number.isFinite(loss) || plan.by === 'fixed') return [id, old];
      return [id, plan.by === 'hedge' ? old - plan.eta * loss : -loss / plan.temperature];
    }),
  );
}

/** Weighs the sources of a weighted aggregator anew after each evaluation. */
export function weigh(plan: Weighted): Mechanism {
  return {
    id: plan.nodeId,
    evaluated({ plan: swarm, state }: World, evaluation: Evaluation) {
      const lossOf = (source: PredictionSource): number | null =>
        (source.kind === 'fish'
          ? evaluation.fish[swarm.fish.findIndex(({ id }) => id === source.fish)]?.loss
          : evaluation.aggregators.get(source.nodeId)?.loss) ?? null;
      state.hearing[plan.nodeId] = nextHearing(plan, state.hearing[plan.nodeId] ?? {}, lossOf);
    },
  };
}
