import type { NodeId } from '../../core/brand.ts';

export const REINFORCE_METHODS = ['ucb', 'thompson', 'exp3', 'hedge', 'reinforce', 'difference'] as const;

/** Learns by reward and penalty whom aggregators hear. */
export interface ReinforcePlan {
  readonly kind: 'reinforce';
  readonly nodeId: NodeId;
  readonly aggregators: readonly NodeId[];
  readonly method: (typeof REINFORCE_METHODS)[number];
  /** Decisions a round. */
  readonly decisions: number;
  /** Tuning rows a decision is tried on; 0: all. */
  readonly rows: number;
  /** Of the gradient (reinforce, difference), of Hedge and of EXP3. */
  readonly rate: number;
  /** Share of what was learned that a decision forgets (bandits, Hedge), 0..1. */
  readonly forget: number;
  /** Share of choices made at random (EXP3), and width of UCB's confidence. */
  readonly explore: number;
  /** Reward lost for each KiB that crosses the links to answer one text. */
  readonly byteCost: number;
  /** Whether failure is punished; else only success is rewarded. */
  readonly penalty: boolean;
}
