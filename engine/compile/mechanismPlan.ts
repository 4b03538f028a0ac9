/** What acts between the local steps of a round, one entry a node; see engine/swarm/mechanisms/. */
export type MechanismPlan = never;
