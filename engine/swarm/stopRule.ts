import type { GoalPlan } from '#engine/compile/plan.ts';
import type { LoopState } from './loopState.ts';

const higherIsBetter = (metric: GoalPlan['metric']): boolean => metric === 'accuracy' || metric === 'macroF1';

/** Takes in the goal's metric of an evaluation; `reached` or a `since` of `patience` then end the run. */
export function noteResult(goal: GoalPlan, stop: LoopState['stop'], value: number): void {
  const better = (a: number, b: number): boolean => (higherIsBetter(goal.metric) ? a > b : a < b);
  if (stop.best === null || better(value, stop.best)) {
    stop.best = value;
    stop.since = 0;
  } else stop.since += 1;
  if (goal.target !== null) stop.reached = !better(goal.target, value);
}

/** Why the run should end now; null: go on. */
export function stopReason(
  goal: GoalPlan,
  stop: LoopState['stop'],
  round: number,
  rounds: number,
): 'rounds' | 'target' | 'patience' | null {
  if (goal.stop === 'target' && stop.reached) return 'target';
  if (goal.stop === 'patience' && stop.since >= goal.patience) return 'patience';
  return round >= rounds ? 'rounds' : null;
}
