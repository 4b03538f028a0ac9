import type { MechanismPlan } from '#engine/compile/mechanismPlan.ts';
import { membersOf } from '#engine/compile/mechanisms/members.ts';
import type { NodeId } from '#engine/core/brand.ts';

/** A server acts before those whose client it is, a hub after the servers it joins; else the order of the plan. */
export function byHeight(plans: readonly MechanismPlan[]): readonly MechanismPlan[] {
  const byId = new Map<NodeId, MechanismPlan>(plans.map((plan) => [plan.nodeId, plan]));
  const height = (plan: MechanismPlan | undefined): number => {
    const below = membersOf(plan).flatMap((member) =>
      member.kind === 'server' ? [height(byId.get(member.id))] : [],
    );
    return below.length === 0 ? 0 : 1 + Math.max(...below);
  };
  return plans.toSorted((a, b) => height(a) - height(b)); // stable
}
