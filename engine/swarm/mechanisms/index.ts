import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import type { MechanismPlan } from '#engine/compile/mechanismPlan.ts';
import { needsTuning } from '#engine/compile/needsTuning.ts';
import type { AggregatorPlan } from '#engine/compile/plan.ts';
import { calibrate } from './calibrate.ts';
import { contribution } from './contribution.ts';
import { evolve } from './evolve/index.ts';
import { fixedShare } from './fixedShare.ts';
import { gossip } from './gossip.ts';
import { learn } from './learn.ts';
import type { Mechanism } from './mechanism.ts';
import { organise } from './organise.ts';
import { reinforce } from './reinforce.ts';
import { supervise } from './supervise.ts';
import { weigh } from './weigh.ts';

/** Everything of a swarm that acts between local steps, in the order in which it does. */
export function createMechanisms(swarm: CompiledSwarm): readonly Mechanism[] {
  return [
    ...swarm.mixes.map(gossip),
    ...swarm.plan.aggregators.flatMap((aggregator) => aggregatorMechanism(swarm, aggregator) ?? []),
    ...swarm.plan.mechanisms.map(mechanismOf),
    ...(needsTuning(swarm.plan) ? [contribution()] : []),
  ];
}

function mechanismOf(plan: MechanismPlan): Mechanism {
  switch (plan.kind) {
    case 'evolve':
      return evolve(plan);
    case 'organise':
      return organise(plan);
    case 'reinforce':
      return reinforce(plan);
    case 'supervise':
      return supervise(plan);
  }
}

/** What makes an aggregator change while the swarm lives; null: nothing does. */
function aggregatorMechanism({ fits, levels }: CompiledSwarm, plan: AggregatorPlan): Mechanism | null {
  const program = fits.find(({ aggregator }) => aggregator === plan.nodeId);
  switch (plan.kind) {
    case 'weighted':
      return weigh(plan);
    case 'cascade':
      return calibrate(plan, levels.get(plan.nodeId) ?? []);
    case 'stacking':
      return program === undefined ? null : learn(plan, program);
    case 'gate':
      if (plan.mode === 'adaptive') return fixedShare(plan);
      return program === undefined ? null : learn(plan, program);
    case 'average':
    case 'vote':
    case 'robust':
      return null;
  }
}
