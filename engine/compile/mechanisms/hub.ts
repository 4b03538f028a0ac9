import type { NodeId } from '../../core/brand.ts';
import type { Member } from './federated.ts';

/** A hub through which weights pass: see engine/swarm/mechanisms/hub.ts. */
export interface HubPlan {
  readonly kind: 'hub';
  readonly nodeId: NodeId;
  readonly name: string;
  readonly members: readonly Member[];
  /** How members and centre pull each other; null: everyone takes the mean. */
  readonly elastic: {
    /** alpha: the part of its way to the centre that a member goes. */
    readonly pull: number;
    /** beta: the part of its way to the members' mean that the centre goes. */
    readonly follow: number;
  } | null;
}
