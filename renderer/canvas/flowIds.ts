import type { CommentId, GroupId, NodeId } from '#engine/core/brand.ts';
import type { SwarmDocument, SwarmNode } from '#engine/document/schema.ts';
import type { Selection } from '../documents/store.ts';
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

/** The canvas's ids of what is selected, links left out. */
export const flowIdsOf = ({
  nodes,
  groups,
  comments,
}: Pick<Selection, 'nodes' | 'groups' | 'comments'>): ReadonlySet<string> =>
  new Set<string>([...nodes, ...groups.map(groupFlowId), ...comments.map(commentFlowId)]);

/** What nodes of the canvas stand for, as a selection without links. */
export function selectionOf(flowIds: Iterable<string>): Selection {
  const things = [...flowIds].map(thingOf);
  return {
    nodes: things.flatMap((thing) => (thing.kind === 'node' ? [thing.id] : [])),
    groups: things.flatMap((thing) => (thing.kind === 'group' ? [thing.id] : [])),
    comments: things.flatMap((thing) => (thing.kind === 'comment' ? [thing.id] : [])),
    links: [],
  };
}

/** Where the document has what a node of the canvas stands for; undefined for marks, which it does not have. */
export function placeOf(document: SwarmDocument, flowId: string): SwarmNode['position'] | undefined {
  const thing = thingOf(flowId);
  switch (thing.kind) {
    case 'node':
      return document.nodes[thing.id]?.position;
    case 'group':
      return document.groups[thing.id]?.position;
    case 'comment':
      return document.comments[thing.id]?.position;
    case 'boundary':
      return undefined;
  }
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
