import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import type { MechanismPlan } from '#engine/compile/mechanismPlan.ts';
import { needsTuning } from '#engine/compile/needsTuning.ts';
import type { AggregatorPlan } from '#engine/compile/plan.ts';
import { answerTraffic } from './answerTraffic.ts';
import { byHeight } from './byHeight.ts';
import { calibrate } from './calibrate.ts';
import { contribution } from './contribution.ts';
import { distil } from './distil.ts';
import { dynamicMajority } from './dynamicMajority.ts';
import { evolve } from './evolve/index.ts';
import { FederatedServer } from './federated/federatedServer.ts';
import { fixedShare } from './fixedShare.ts';
import { gossip } from './gossip.ts';
import { hub } from './hub.ts';
import { learn } from './learn.ts';
import { lessonTraffic } from './lessonTraffic.ts';
import type { Mechanism } from './mechanism.ts';
import { Members } from './members.ts';
import { organise } from './organise.ts';
import { polarization } from './polarization.ts';
import { reinforce } from './reinforce.ts';
import { supervise } from './supervise.ts';
import { weigh } from './weigh.ts';

/** Everything of a swarm that acts between local steps, in the order in which it does. */
export function createMechanisms(swarm: CompiledSwarm): readonly Mechanism[] {
  const { plan } = swarm;
  const members = new Members();
  return [
    polarization(),
    ...(plan.talk.some(({ family }) => family !== 'weights') ? [lessonTraffic(swarm)] : []),
    ...(plan.talk.some(({ family }) => family === 'weights') ? [gossip(plan)] : []),
    ...plan.aggregators.flatMap((aggregator) => aggregatorMechanism(swarm, aggregator) ?? []),
    ...byHeight(plan.mechanisms).map((one) => mechanismOf(one, members)),
    ...(needsTuning(plan) ? [contribution()] : []),
    answerTraffic(swarm),
  ];
}

function mechanismOf(plan: MechanismPlan, members: Members): Mechanism {
  switch (plan.kind) {
    case 'distil':
      return distil(plan, members);
    case 'evolve':
      return evolve(plan);
    case 'federated':
      return new FederatedServer(plan, members);
    case 'hub':
      return hub(plan, members);
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
      if (plan.mode === 'majority') return dynamicMajority(plan);
      return program === undefined ? null : learn(plan, program);
    case 'average':
    case 'vote':
    case 'robust':
      return null;
  }
}
