import type { FishId } from '#engine/core/brand.ts';
import type { SchoolPlan, SwarmPlan } from '../plan.ts';

/** Name of the matrix that turns the answers a fish reads into numbers of its tokens, [K (C + 1), D]. */
export const PROPOSALS = 'proposals';

/** Name of the factor [1] of the logarithm of the mean of what it reads, which is added to its logits. */
export const PROPOSALS_TRUST = 'proposals.trust';

/** Fish whose answers the fish of a school read, in the order of their inputs for them. */
export function proposersOf({ fish }: SwarmPlan, school: SchoolPlan): readonly FishId[] {
  const [first] = school.fish;
  return fish.find(({ id }) => id === first)?.proposers ?? [];
}
