import type { MechanismPlan } from './mechanismPlan.ts';
import type { AggregatorPlan, SwarmPlan } from './plan.ts';

/** Mechanisms that never ask what anyone answers to tuning rows. */
const WITHOUT_TUNING: readonly MechanismPlan['kind'][] = ['federated', 'distil', 'hub', 'supervise'];

/** Whether anything in the swarm fits itself to rows that fish do not learn from. */
export function needsTuning(plan: SwarmPlan): boolean {
  return (
    plan.mechanisms.some(({ kind }) => !WITHOUT_TUNING.includes(kind)) || plan.aggregators.some(fitsItself)
  );
}

function fitsItself(aggregator: AggregatorPlan): boolean {
  switch (aggregator.kind) {
    case 'cascade':
      return aggregator.calibrate;
    case 'stacking':
      return true;
    case 'gate':
      return aggregator.mode === 'learned';
    case 'average':
    case 'weighted':
    case 'vote':
    case 'robust':
      return false;
  }
}
