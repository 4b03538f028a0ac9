import type { Edge, Node } from '@xyflow/react';
import type { CommentId, GroupId } from '#engine/core/brand.ts';
import type { SwarmComment, SwarmGroup, SwarmLink, SwarmNode } from '#engine/document/schema.ts';
import type { PortSpec, PortType } from '#engine/nodes/kind.ts';
import type { PortEnd } from '../canvasStore.ts';

/** A port that a collapsed group or a boundary mark shows for another node. */
export interface ShownPort {
  readonly end: PortEnd;
  readonly spec: PortSpec;
  /** The node and the port: "School A · Prediction". */
  readonly label: string;
}

export type SwarmFlowNode = Node<{ node: SwarmNode; ports: readonly PortSpec[] }, 'swarm'>;

/** The frame of an expanded group. */
export type FrameFlowNode = Node<{ id: GroupId; group: SwarmGroup }, 'frame'>;

/** A collapsed group. */
export type CardFlowNode = Node<{ id: GroupId; group: SwarmGroup; ports: readonly ShownPort[] }, 'card'>;

export type CommentFlowNode = Node<{ id: CommentId; comment: SwarmComment }, 'comment'>;

/** A port outside the group that is shown, at its edge. */
export type BoundaryFlowNode = Node<{ port: ShownPort; key: string }, 'boundary'>;

export type FlowNode = SwarmFlowNode | FrameFlowNode | CardFlowNode | CommentFlowNode | BoundaryFlowNode;

export type FlowEdge = Edge<{ link: SwarmLink; type: PortType; halo: boolean }, 'swarm'>;
