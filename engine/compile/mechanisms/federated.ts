import type { FishId, NodeId } from '../../core/brand.ts';
import type { Compression } from '../../swarm/federated/compression.ts';
import type { OuterSettings } from '../../swarm/federated/outerStep.ts';
import type { RobustMethod } from '../../swarm/federated/robust.ts';
import type { Wire } from '../plan.ts';

/** Whoever gives weights to a server or hub and takes them from it: a fish, or a server of its own clients. */
export type Member = {
  /** The link its weights go up by, and the one the centre's come down by; the same where only one is drawn. */
  readonly up: Wire;
  readonly down: Wire;
} & ({ readonly kind: 'fish'; readonly id: FishId } | { readonly kind: 'server'; readonly id: NodeId });

/** A federated server: see engine/swarm/mechanisms/federated/. */
export interface FederatedPlan {
  readonly kind: 'federated';
  readonly nodeId: NodeId;
  readonly name: string;
  readonly clients: readonly Member[];
  readonly outer: OuterSettings;
  /** mu of FedProx; 0: none. */
  readonly proximal: number;
  /** Share of the clients asked in a period of `every` rounds. */
  readonly fraction: number;
  readonly weigh: 'examples' | 'equal';
  readonly every: number;
  readonly robust: RobustMethod;
  readonly faulty: number;
  /** Longest update of a client; 0: as it is. */
  readonly clip: number;
  /** Deviation of the noise on the sum of updates, over `clip`; 0: none. */
  readonly noise: number;
  readonly delta: number;
  /** Epsilon above which it warns; 0: never. */
  readonly budget: number;
  readonly secure: boolean;
  readonly compression: Compression;
}
