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

export type OrganiseMethod =
  | {
      readonly method: 'reinforce';
      /** Graphs sampled a round. */
      readonly samples: number;
      /** Tuning rows a graph is tried on; 0: all. */
      readonly rows: number;
      readonly utility: 'accuracy' | 'likelihood';
      readonly rate: number;
      readonly baseline: boolean;
      /** Utility an open link costs. */
      readonly linkCost: number;
      /** Edges less probable are closed. */
      readonly cut: number;
    }
  | {
      readonly method: 'usefulness';
      readonly forget: number;
      readonly temperature: number;
      /** Sources a listener hears; 0: all. */
      readonly keep: number;
    }
  | { readonly method: 'roles'; readonly step: number; readonly relief: number }
  | {
      readonly method: 'trails';
      readonly samples: number;
      readonly rows: number;
      readonly forget: number;
      readonly keep: number;
    };
