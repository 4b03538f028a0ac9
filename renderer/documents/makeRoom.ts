import type { CommentId, GroupId, NodeId } from '#engine/core/brand.ts';
import { nodesOf } from '#engine/document/graph.ts';
import { commentsOf, groupChain, groupsOf } from '#engine/document/groups.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { nodeSize } from '../canvas/nodeSizes.ts';
import { type Box, groupBox, growFrames } from './groupPlace.ts';
import { applyMoves, type Moves } from './moveThings.ts';
import { type Movable, pushAside } from './pushAside.ts';

const nodeKey = (id: NodeId): string => `node/${id}`;
const groupKey = (id: GroupId): string => `group/${id}`;
const commentKey = (id: CommentId): string => `comment/${id}`;

/** What stands directly in a group, or in none. */
function thingsIn(document: SwarmDocument, group: GroupId | undefined): Movable[] {
  return [
    ...nodesOf(document)
      .filter(([, node]) => node.group === group)
      .map(([id, { position }]) => ({ key: nodeKey(id), box: { ...position, ...nodeSize(id) } })),
    ...groupsOf(document)
      .filter(([, { parent }]) => parent === group)
      .map(([id]) => ({ key: groupKey(id), box: groupBox(document, id) })),
    ...commentsOf(document)
      .filter(([, comment]) => comment.group === group)
      .map(([id, { position, size }]) => ({ key: commentKey(id), box: { ...position, ...size } })),
  ];
}

function pushIn(
  draft: SwarmDocument,
  group: GroupId | undefined,
  own: ReadonlySet<string>,
  before: Box,
  after: Box,
): void {
  const shifts = pushAside(
    thingsIn(draft, group).filter(({ key }) => !own.has(key)),
    before,
    after,
  );
  if (shifts.size === 0) return;
  const to = <Id>(id: Id, key: string, position: { x: number; y: number } | undefined) => {
    const shift = shifts.get(key);
    if (shift === undefined || position === undefined) return [];
    return [{ id, x: position.x + shift.dx, y: position.y + shift.dy }];
  };
  const moves: Moves = {
    nodes: nodesOf(draft).flatMap(([id, { position }]) => to(id, nodeKey(id), position)),
    groups: groupsOf(draft).flatMap(([id, { position }]) => to(id, groupKey(id), position)),
    comments: commentsOf(draft).flatMap(([id, { position }]) => to(id, commentKey(id), position)),
  };
  applyMoves(draft, moves);
}

/**
 * Pushes aside, in a draft, what is in the way of nodes that take more room than before, so that nothing is covered: first in their
 * group, then, as the frame of that grows, in the group it stands in.
 */
export function makeRoom(draft: SwarmDocument, ids: readonly NodeId[], before: Box, after: Box): void {
  const [first] = ids;
  if (first === undefined) return;
  const group = draft.nodes[first]?.group;
  const frames = groupChain(draft, group).map((id) => ({ id, before: groupBox(draft, id) }));
  pushIn(draft, group, new Set(ids.map(nodeKey)), before, after);
  for (const frame of frames) {
    growFrames(draft, [frame.id]);
    const parent = draft.groups[frame.id]?.parent;
    pushIn(draft, parent, new Set([groupKey(frame.id)]), frame.before, groupBox(draft, frame.id));
  }
}
