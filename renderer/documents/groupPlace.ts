import { current, isDraft } from 'immer';
import type { GroupId } from '#engine/core/brand.ts';
import { nodesOf } from '#engine/document/graph.ts';
import { commentsOf, groupChain, groupsOf, isWithin } from '#engine/document/groups.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { cardSize, nodeSize } from '../canvas/nodeSizes.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Room between a frame and what it holds; above there is its title, too. */
const ROOM = { side: 30, top: 44, bottom: 30 };

const holds = (box: Box, at: Point): boolean =>
  at.x >= box.x && at.y >= box.y && at.x <= box.x + box.width && at.y <= box.y + box.height;

/** Whether two boxes share some room. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export const centreOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** The place a group takes: its frame, or its card while it is collapsed. */
export function groupBox(document: SwarmDocument, id: GroupId): Box {
  const group = document.groups[id];
  if (group === undefined) return { x: 0, y: 0, width: 0, height: 0 };
  return { ...group.position, ...(group.collapsed ? cardSize(id) : group.size) };
}

type Nodes = ReturnType<typeof nodesOf>;

/** What stands directly in a group; `nodes` are those of its nodes, where they are known. */
function boxesIn(document: SwarmDocument, group: GroupId, nodes?: Nodes): Box[] {
  return [
    ...(nodes ?? nodesOf(document).filter(([, node]) => node.group === group)).map(([id, node]) => ({
      ...node.position,
      ...nodeSize(id),
    })),
    ...groupsOf(document)
      .filter(([, { parent }]) => parent === group)
      .map(([id]) => groupBox(document, id)),
    ...commentsOf(document)
      .filter(([, comment]) => comment.group === group)
      .map(([, { position, size }]) => ({ ...position, ...size })),
  ];
}

/** The frame round these boxes; null round nothing. */
export function frameRound(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x)) - ROOM.side;
  const y = Math.min(...boxes.map((box) => box.y)) - ROOM.top;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + ROOM.side;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + ROOM.bottom;
  return { x: Math.round(x), y: Math.round(y), width: Math.ceil(right - x), height: Math.ceil(bottom - y) };
}

/**
 * The group something belongs to that is put down at a point while the canvas shows `inside`: the innermost frame there that
 * is neither `carried` nor within it.
 */
export function groupAt(
  document: SwarmDocument,
  at: Point,
  inside: GroupId | null,
  carried: GroupId | null = null,
): GroupId | undefined {
  const frames = groupsOf(document).filter(
    ([id, { parent }]) =>
      id !== inside &&
      isWithin(document, parent, inside) &&
      groupChain(document, id).every((link) => link === inside || isOpen(document, link, inside)) &&
      (carried === null || !isWithin(document, id, carried)) &&
      holds(groupBox(document, id), at),
  );
  const deepest = frames.toSorted(
    ([a], [b]) => groupChain(document, b).length - groupChain(document, a).length,
  )[0];
  return deepest?.[0] ?? inside ?? undefined;
}

const isOpen = (document: SwarmDocument, group: GroupId, inside: GroupId | null): boolean =>
  document.groups[group]?.collapsed === false || (inside !== null && isWithin(document, inside, group));

/** Widens frames, in a draft, until each holds what stands in it: these groups and those they stand in. */
export function growFrames(draft: SwarmDocument, groups: Iterable<GroupId | undefined>): void {
  // Of a draft every node that is read becomes one, too.
  const nodes = Map.groupBy(nodesOf(isDraft(draft) ? current(draft) : draft), ([, node]) => node.group);
  for (const start of new Set(groups)) {
    for (const id of groupChain(draft, start)) {
      const group = draft.groups[id];
      const needed = frameRound(boxesIn(draft, id, nodes.get(id) ?? []));
      if (group === undefined || needed === null) continue;
      const x = Math.min(group.position.x, needed.x + ROOM.side - MIN_ROOM.side);
      const y = Math.min(group.position.y, needed.y + ROOM.top - MIN_ROOM.top);
      const right = Math.max(
        group.position.x + group.size.width,
        needed.x + needed.width - ROOM.side + MIN_ROOM.side,
      );
      const bottom = Math.max(
        group.position.y + group.size.height,
        needed.y + needed.height - ROOM.bottom + MIN_ROOM.bottom,
      );
      const grown = { width: right - x, height: bottom - y };
      if (x !== group.position.x || y !== group.position.y) group.position = { x, y };
      if (grown.width !== group.size.width || grown.height !== group.size.height) group.size = grown;
    }
  }
}

/** Closer than this nothing stands to a frame. */
const MIN_ROOM = { side: 16, top: 28, bottom: 16 };
