import type { NodeId } from '../../core/brand.ts';
import type { Compression } from '../../swarm/federated/compression.ts';
import type { RobustMethod } from '../../swarm/federated/robust.ts';
import type { Member } from './federated.ts';

/** A federated server to which predictions on public text travel: see engine/swarm/mechanisms/distil.ts. */
export interface DistilPlan {
  readonly kind: 'distil';
  readonly nodeId: NodeId;
  readonly name: string;
  /** Fish of any shape. */
  readonly clients: readonly Member[];
  /** The dataset node whose text everyone may read. */
  readonly open: NodeId;
  /** Public texts answered each time. */
  readonly texts: number;
  /** Optimizer steps in which a client takes in the consensus. */
  readonly digest: number;
  /** Passes over all public text with its labels by which a client begins. */
  readonly passes: number;
  /** What is sent and averaged: class scores, or probabilities. */
  readonly consensus: 'scores' | 'probabilities';
  /** Divides the consensus' scores before they become what a client learns. */
  readonly temperature: number;
  /** Share of the clients asked in a period of `every` rounds. */
  readonly fraction: number;
  readonly weigh: 'examples' | 'equal';
  readonly every: number;
  readonly robust: RobustMethod;
  readonly faulty: number;
  readonly compression: Compression;
}
