import type { DistilPlan } from './mechanisms/distil.ts';
import type { EvolvePlan } from './mechanisms/evolve.ts';
import type { FederatedPlan } from './mechanisms/federated.ts';
import type { HubPlan } from './mechanisms/hub.ts';
import type { OrganisePlan } from './mechanisms/organise.ts';
import type { ReinforcePlan } from './mechanisms/reinforce.ts';
import type { SupervisePlan } from './mechanisms/supervise.ts';

/** What acts between the local steps of a round, one entry a node; see engine/swarm/mechanisms/. */
export type MechanismPlan =
  | DistilPlan
  | EvolvePlan
  | FederatedPlan
  | HubPlan
  | OrganisePlan
  | ReinforcePlan
  | SupervisePlan;
