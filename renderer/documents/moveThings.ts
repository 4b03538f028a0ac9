import { current, isDraft, produce } from 'immer';
import type { CommentId, GroupId, NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { commentsWithin, groupsWithin, nodesWithin } from '#engine/document/groups.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { nodeSize } from '../canvas/nodeSizes.ts';
import { nodeTitle } from '../canvas/ports.ts';
import { describeThings, groupTitle, putInto } from './groupEdits.ts';
import { centreOf, groupAt, groupBox, growFrames } from './groupPlace.ts';
import { currentTab, editActive, nothingSelected } from './store.ts';

interface Move<Id> {
  readonly id: Id;
  readonly x: number;
  readonly y: number;
}

/** New places, absolute. A group takes with it what is in it, save what has a move of its own. */
export interface Moves {
  readonly nodes: readonly Move<NodeId>[];
  readonly groups: readonly Move<GroupId>[];
  readonly comments: readonly Move<CommentId>[];
}

export const noMoves: Moves = { nodes: [], groups: [], comments: [] };

interface MoveOptions {
  readonly label?: string;
  readonly gesture?: string | null;
  /** `drop`: what was put down in a frame joins its group, what was put down outside leaves it. */
  readonly ending?: 'drop' | 'stay';
}

/** Moves nodes, groups and comments as one step. */
export function moveThings(moves: Moves, { label, gesture = null, ending = 'stay' }: MoveOptions = {}): void {
  const tab = currentTab();
  if (tab === null || moves.nodes.length + moves.groups.length + moves.comments.length === 0) return;
  const { document, inside } = tab;
  const homes = ending === 'drop' ? newHomes(document, inside, moves) : [];
  editActive(
    label ?? dropLabel(document, homes) ?? t`move ${described(moves)}`,
    (draft) => {
      applyMoves(draft, moves);
      for (const { things, group } of homes) putInto(draft, things, group);
      growFrames(draft, homesOf(draft, moves));
    },
    gesture,
  );
}

const described = ({ nodes, groups, comments }: Moves): string =>
  describeThings({
    nodes: nodes.map(({ id }) => id),
    groups: groups.map(({ id }) => id),
    comments: comments.map(({ id }) => id),
  });

/** Writes places into a draft. */
export function applyMoves(draft: SwarmDocument, moves: Moves): void {
  const own = new Set<string>([
    ...moves.nodes.map(({ id }) => `n${id}`),
    ...moves.groups.map(({ id }) => `g${id}`),
    ...moves.comments.map(({ id }) => `c${id}`),
  ]);
  const carry = (thing: { position: { x: number; y: number } } | undefined, key: string, by: Shift): void => {
    if (thing === undefined || own.has(key)) return;
    own.add(key); // nested groups carry it once
    thing.position = { x: thing.position.x + by.x, y: thing.position.y + by.y };
  };
  // Who is in what does not change here, and of a draft every node that is read becomes one, too.
  const before = isDraft(draft) ? current(draft) : draft;
  for (const { id, x, y } of moves.groups) {
    const group = draft.groups[id];
    if (group === undefined) continue;
    const by = { x: x - group.position.x, y: y - group.position.y };
    for (const node of nodesWithin(before, id)) carry(draft.nodes[node], `n${node}`, by);
    for (const inner of groupsWithin(before, id)) carry(draft.groups[inner], `g${inner}`, by);
    for (const comment of commentsWithin(before, id)) carry(draft.comments[comment], `c${comment}`, by);
    group.position = { x, y };
  }
  for (const { id, x, y } of moves.nodes) {
    const node = draft.nodes[id];
    if (node !== undefined) node.position = { x, y };
  }
  for (const { id, x, y } of moves.comments) {
    const comment = draft.comments[id];
    if (comment !== undefined) comment.position = { x, y };
  }
}

interface Shift {
  readonly x: number;
  readonly y: number;
}

interface Home {
  readonly things: { readonly nodes: NodeId[]; readonly groups: GroupId[]; readonly comments: CommentId[] };
  readonly group: GroupId | undefined;
}

/** Who changes groups by being put down where the moves say. */
function newHomes(document: SwarmDocument, inside: GroupId | null, moves: Moves): Home[] {
  const after = produce(document, (draft) => applyMoves(draft, moves));
  const homes = new Map<GroupId | undefined, Home>();
  const homeOf = (group: GroupId | undefined): Home['things'] => {
    let home = homes.get(group);
    if (home === undefined) {
      home = { things: { nodes: [], groups: [], comments: [] }, group };
      homes.set(group, home);
    }
    return home.things;
  };
  for (const { id } of moves.nodes) {
    const node = after.nodes[id];
    if (node === undefined) continue;
    const group = groupAt(after, centreOf({ ...node.position, ...nodeSize(id) }), inside);
    if (group !== node.group) homeOf(group).nodes.push(id);
  }
  for (const { id } of moves.groups) {
    const group = after.groups[id];
    if (group === undefined) continue;
    const parent = groupAt(after, centreOf(groupBox(after, id)), inside, id);
    if (parent !== group.parent) homeOf(parent).groups.push(id);
  }
  for (const { id } of moves.comments) {
    const comment = after.comments[id];
    if (comment === undefined) continue;
    const group = groupAt(after, centreOf({ ...comment.position, ...comment.size }), inside);
    if (group !== comment.group) homeOf(group).comments.push(id);
  }
  return [...homes.values()];
}

const homesOf = (document: SwarmDocument, moves: Moves): (GroupId | undefined)[] => [
  ...moves.nodes.map(({ id }) => document.nodes[id]?.group),
  ...moves.groups.map(({ id }) => document.groups[id]?.parent),
  ...moves.comments.map(({ id }) => document.comments[id]?.group),
];

function dropLabel(document: SwarmDocument, homes: readonly Home[]): string | null {
  const [home, ...others] = homes;
  if (home === undefined) return null;
  const { things, group } = home;
  const [node] = things.nodes;
  const only = things.nodes.length === 1 && things.groups.length + things.comments.length === 0;
  const title = only && node !== undefined ? document.nodes[node] : undefined;
  const what = title === undefined ? describeThings({ ...nothingSelected, ...things }) : nodeTitle(title);
  const into = group === undefined ? undefined : document.groups[group];
  if (others.length > 0) return t`move ${what} to other groups`;
  if (into !== undefined) return t`move ${what} into ${groupTitle(into)}`;
  return t`take ${what} out of its group`;
}
