import type { DataShape, FitProgram } from '../../compiled.ts';
import type { AggregatorPlan } from '../../plan.ts';
import { gateFit } from './gateFit.ts';
import { stackingFit } from './stackingFit.ts';

/** How an aggregator learns by gradients; null: it does not. */
export function fitProgram(plan: AggregatorPlan, data: DataShape): FitProgram | null {
  if (plan.kind === 'stacking') return stackingFit(plan, data);
  if (plan.kind === 'gate' && plan.mode === 'learned') return gateFit(plan, data);
  return null;
}
