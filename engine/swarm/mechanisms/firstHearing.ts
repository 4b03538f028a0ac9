import type { AggregatorPlan } from '#engine/compile/plan.ts';
import { evenHearing } from './fixedShare.ts';
import { firstHearing as firstWeights } from './weigh.ts';

/** The log-weights an aggregator begins with, by source; null where they are simply the strengths of its links. */
export function firstHearing(plan: AggregatorPlan): Record<string, number> | null {
  if (plan.kind === 'weighted') return firstWeights(plan);
  if (plan.kind === 'gate' && plan.mode !== 'learned') return evenHearing(plan.inputs);
  return null;
}
