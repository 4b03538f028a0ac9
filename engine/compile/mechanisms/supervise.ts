import type { FishId, NodeId } from '../../core/brand.ts';

/** Watches fish and has others take over from those that stop. */
export interface SupervisePlan {
  readonly kind: 'supervise';
  readonly nodeId: NodeId;
  readonly fish: readonly FishId[];
  /** Kept in reserve: they wait until one of `fish` stops. */
  readonly spares: readonly FishId[];
  /** Rounds in a row a fish may leave unfinished before something is done. */
  readonly deadline: number;
  readonly policy: 'neighbours' | 'spare' | 'restart';
}
