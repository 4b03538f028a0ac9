import type { NodeId } from '../../core/brand.ts';
import type { Member } from './federated.ts';

/** A hub through which weights pass: see engine/swarm/mechanisms/hub.ts. */
export interface HubPlan {
  readonly kind: 'hub';
  readonly nodeId: NodeId;
  readonly name: string;
  readonly members: readonly Member[];
}
