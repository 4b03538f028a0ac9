import { formSchools } from '#engine/compile/formSchools.ts';
import type { MechanismPlan } from '#engine/compile/mechanismPlan.ts';
import type { Member } from '#engine/compile/mechanisms/federated.ts';
import type { SwarmPlan } from '#engine/compile/plan.ts';
import type { NodeId } from '#engine/core/brand.ts';

/**
 * What of a plan some nodes make on their own: their fish, the links between these, and their servers and hubs with the
 * members among them. For counting, not for running: nobody aggregates, and shards keep all of their fish, so that a share
 * stays as large as it is in the swarm.
 */
export function partOfPlan(plan: SwarmPlan, nodes: readonly NodeId[]): SwarmPlan {
  const inside = new Set<string>(nodes);
  const { placed, schools } = formSchools(plan.fish.filter(({ nodeId }) => inside.has(nodeId)));
  const fish = new Set<string>(placed.map(({ id }) => id));
  const [first] = placed;
  if (first === undefined) return { ...plan, fish: [], schools: [] };
  const isInside = (member: Member) => (member.kind === 'fish' ? fish : inside).has(member.id);
  const mechanisms = plan.mechanisms.flatMap((mechanism): MechanismPlan[] => {
    if (!inside.has(mechanism.nodeId)) return [];
    if (mechanism.kind === 'federated')
      return [{ ...mechanism, clients: mechanism.clients.filter(isInside) }];
    if (mechanism.kind === 'hub') return [{ ...mechanism, members: mechanism.members.filter(isInside) }];
    return [];
  });
  const shards = plan.shards.filter((shard) => shard.fish.some((id) => fish.has(id)));
  const read = new Set(shards.map(({ dataset }) => dataset));
  return {
    ...plan,
    goal: { ...plan.goal, answer: { ...plan.goal.answer, kind: 'fish', fish: first.id } },
    datasets: plan.datasets.filter(({ nodeId }) => read.has(nodeId)),
    shards,
    fish: placed,
    schools,
    talk: plan.talk.filter(({ from, to }) => fish.has(from) && fish.has(to)),
    lossy: [],
    aggregators: [],
    mechanisms,
    faults: [],
    probes: [],
  };
}
