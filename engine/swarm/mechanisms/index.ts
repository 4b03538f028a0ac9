import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import type { MechanismPlan } from '#engine/compile/mechanismPlan.ts';
import type { NodeId } from '#engine/core/brand.ts';
import { answerTraffic } from './answerTraffic.ts';
import { FederatedServer } from './federated.ts';
import { gossip } from './gossip.ts';
import { hub } from './hub.ts';
import { lessonTraffic } from './lessonTraffic.ts';
import type { Mechanism } from './mechanism.ts';
import { Members } from './members.ts';
import { weigh } from './weigh.ts';

function createMechanism(plan: MechanismPlan, members: Members): Mechanism {
  switch (plan.kind) {
    case 'federated':
      return new FederatedServer(plan, members);
    case 'hub':
      return hub(plan, members);
  }
}

/** A server acts before those whose client it is, a hub after the servers it joins; else the order of the plan. */
function inOrder(plans: readonly MechanismPlan[]): readonly MechanismPlan[] {
  const byId = new Map<NodeId, MechanismPlan>(plans.map((plan) => [plan.nodeId, plan]));
  const height = (plan: MechanismPlan | undefined): number => {
    if (plan === undefined) return 0;
    const members = plan.kind === 'federated' ? plan.clients : plan.members;
    const below = members.flatMap((member) =>
      member.kind === 'server' ? [height(byId.get(member.id))] : [],
    );
    return below.length === 0 ? 0 : 1 + Math.max(...below);
  };
  return plans.toSorted((a, b) => height(a) - height(b)); // stable
}

/** Everything of a swarm that acts between local steps, in the order in which it does. */
export function createMechanisms(swarm: CompiledSwarm): readonly Mechanism[] {
  const { plan } = swarm;
  const members = new Members();
  return [
    ...(plan.talk.some(({ family }) => family !== 'weights') ? [lessonTraffic(swarm)] : []),
    ...(plan.talk.some(({ family }) => family === 'weights') ? [gossip(plan)] : []),
    ...inOrder(plan.mechanisms).map((one) => createMechanism(one, members)),
    answerTraffic(swarm),
    ...plan.aggregators.flatMap((aggregator) => (aggregator.kind === 'weighted' ? [weigh(aggregator)] : [])),
  ];
}
