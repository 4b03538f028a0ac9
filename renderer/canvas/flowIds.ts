import type { CommentId, GroupId, NodeId } from '#engine/core/brand.ts';
import { type PortEnd, portKey } from './canvasStore.ts';

// Ids of nodes hold no colon and no slash, so that these cannot be mistaken for one.
const GROUP = 'group:';
const COMMENT = 'comment:';
const BOUNDARY = 'boundary:';

export const groupFlowId = (id: GroupId): string => `${GROUP}${id}`;
export const commentFlowId = (id: CommentId): string => `${COMMENT}${id}`;
/** The mark at the edge of an entered group for a port outside. */
export const boundaryFlowId = (end: PortEnd): string => `${BOUNDARY}${portKey(end)}`;

export type Thing =
  | { readonly kind: 'node'; readonly id: NodeId }
  | { readonly kind: 'group'; readonly id: GroupId }
  | { readonly kind: 'comment'; readonly id: CommentId }
  | { readonly kind: 'boundary' };

/** What of the document a node of the canvas library stands for. The ids were written by the functions above. */
export function thingOf(flowId: string): Thing {
  if (flowId.startsWith(GROUP)) return { kind: 'group', id: flowId.slice(GROUP.length) as GroupId };
  if (flowId.startsWith(COMMENT)) return { kind: 'comment', id: flowId.slice(COMMENT.length) as CommentId };
  if (flowId.startsWith(BOUNDARY)) return { kind: 'boundary' };
  return { kind: 'node', id: flowId as NodeId };
}

/** The handle by which a collapsed group or a boundary mark shows a port of another node. */
export const handleOf = (node: NodeId, port: string): string => `${node}/${port}`;

/** The port a link drawn at a handle is meant for: of the node itself, or of the one that a group or mark stands for. */
export function endAt(flowId: string, handle: string, direction: PortEnd['direction']): PortEnd {
  const thing = thingOf(flowId);
  if (thing.kind === 'node') return { node: thing.id, port: handle, direction };
  const slash = handle.indexOf('/');
  return { node: handle.slice(0, slash) as NodeId, port: handle.slice(slash + 1), direction }; // see handleOf
}
