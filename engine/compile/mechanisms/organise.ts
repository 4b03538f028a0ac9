import type { NodeId } from '../../core/brand.ts';

/** Learns who hears whom. */
export type OrganisePlan = {
  readonly kind: 'organise';
  readonly nodeId: NodeId;
  /** Aggregators whose sources it opens and closes. */
  readonly aggregators: readonly NodeId[];
  /** Fish nodes between whose fish it opens and closes the links of `family`. */
  readonly fishNodes: readonly NodeId[];
  readonly family: 'prediction' | 'weights';
  /** Opens a link of its own choice wherever the living fish would fall into parts that do not hear each other. */
  readonly connected: boolean;
} & OrganiseMethod;

export interface EdgeSettings {
  /** Graphs sampled in a round. */
  readonly samples: number;
  /** Tuning rows each is tried on; 0: all. */
  readonly rows: number;
  /** What a graph is worth: the quality of its answer, or the geometric mean of the probability it gives to the truth. */
  readonly utility: 'accuracy' | 'likelihood';
  readonly rate: number;
  readonly baseline: boolean;
  /** Utility one open link costs. */
  readonly linkCost: number;
  /** Edges less probable than this are closed. */
  readonly cut: number;
}

export interface TrustSettings {
  readonly forget: number;
  readonly temperature: number;
  /** Sources heard; 0: all. */
  readonly keep: number;
}

export interface RoleSettings {
  /** How much a threshold falls by good work, and rises otherwise. */
  readonly step: number;
  /** How fast work quiets the call. */
  readonly relief: number;
}

export interface TrailSettings {
  /** Ants in a round. */
  readonly samples: number;
  /** Tuning rows each judges by; 0: all. */
  readonly rows: number;
  readonly forget: number;
  /** Sources an ant visits, and sources heard; 0: half of them, rounded up. */
  readonly keep: number;
}

export type OrganiseMethod =
  | ({ readonly method: 'reinforce' } & EdgeSettings)
  | ({ readonly method: 'usefulness' } & TrustSettings)
  | ({ readonly method: 'roles' } & RoleSettings)
  | ({ readonly method: 'trails' } & TrailSettings);
