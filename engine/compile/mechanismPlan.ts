import type { FederatedPlan } from './mechanisms/federated.ts';
import type { HubPlan } from './mechanisms/hub.ts';

/** What acts between the local steps of a round, one entry a node; see engine/swarm/mechanisms/. */
export type MechanismPlan = FederatedPlan | HubPlan;
