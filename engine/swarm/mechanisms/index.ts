import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import type { MechanismPlan } from '#engine/compile/mechanismPlan.ts';
import { needsTuning } from '#engine/compile/needsTuning.ts';
import { contribution } from './contribution.ts';
import { gossip } from './gossip.ts';
import type { Mechanism } from './mechanism.ts';
import { organise } from './organise.ts';
import { reinforce } from './reinforce.ts';
import { weigh } from './weigh.ts';

/** Everything of a swarm that acts between local steps, in the order in which it does. */
export function createMechanisms({ plan, mixes }: CompiledSwarm): readonly Mechanism[] {
  return [
    ...mixes.map(gossip),
    ...plan.aggregators.flatMap((aggregator) => (aggregator.kind === 'weighted' ? [weigh(aggregator)] : [])),
    ...plan.mechanisms.map(mechanismOf),
    ...(needsTuning(plan) ? [contribution()] : []),
  ];
}

function mechanismOf(plan: MechanismPlan): Mechanism {
  switch (plan.kind) {
    case 'organise':
      return organise(plan);
    case 'reinforce':
      return reinforce(plan);
  }
}
