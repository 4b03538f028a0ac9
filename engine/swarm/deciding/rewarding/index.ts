import type { ReinforcePlan } from '#engine/compile/mechanisms/reinforce.ts';
import { thompson, ucb } from './bandits.ts';
import { difference, reinforce } from './gradients.ts';
import type { Policy } from './policy.ts';
import { exp3, hedge } from './weights.ts';

/** Every way to learn from reward. */
export const POLICIES: Readonly<Record<ReinforcePlan['method'], Policy>> = {
  ucb,
  thompson,
  exp3,
  hedge,
  reinforce,
  difference,
};
