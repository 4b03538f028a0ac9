import type { SwarmPlan } from './plan.ts';

/** Whether anything in the swarm fits itself to rows that fish do not learn from. */
export function needsTuning(plan: SwarmPlan): boolean {
  return plan.mechanisms.length > 0;
}
