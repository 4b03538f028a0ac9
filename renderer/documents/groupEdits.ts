import type { CommentId, GroupId, NodeId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import { nextId } from '#engine/document/create.ts';
import { nodesOf } from '#engine/document/graph.ts';
import {
  commentsOf,
  commentsWithin,
  commonGroup,
  groupsOf,
  groupsWithin,
  nodesWithin,
} from '#engine/document/groups.ts';
import type { SwarmDocument, SwarmGroup } from '#engine/document/schema.ts';
import { nodeSize } from '../canvas/nodeSizes.ts';
import { frameRound, groupBox, growFrames } from './groupPlace.ts';
import { currentTab, editActive, nothingSelected, type Selection, select } from './store.ts';

/** "3 nodes", "2 groups and 1 node": the nodes, groups and comments of a selection. */
export function describeThings({ nodes, groups, comments }: Omit<Selection, 'links'>): string {
  const parts = [
    groups.length > 0 ? counted(groups.length, '{0} group', '{0} groups') : '',
    nodes.length > 0 ? counted(nodes.length, '{0} node', '{0} nodes') : '',
    comments.length > 0 ? counted(comments.length, '{0} comment', '{0} comments') : '',
  ].filter((part) => part !== '');
  const [first = '', second, third] = parts;
  if (third !== undefined) return t`${first}, ${second ?? ''} and ${third}`;
  return second === undefined ? first : t`${first} and ${second}`;
}

/** What a group is called. */
export const groupTitle = (group: Pick<SwarmGroup, 'name'>): string =>
  group.name.trim() === '' ? t`Group` : group.name;

/** "Group", then "Group 2", ...: what no group is called yet. */
function freeGroupName(document: SwarmDocument): string {
  const taken = new Set(groupsOf(document).map(([, group]) => groupTitle(group)));
  if (!taken.has(t`Group`)) return t`Group`;
  let number = 2;
  while (taken.has(t`Group ${number}`)) number += 1;
  return t`Group ${number}`;
}

/** Puts nodes, groups and comments of a draft into another group, or into none. */
export function putInto(
  draft: SwarmDocument,
  things: Pick<Selection, 'nodes' | 'groups' | 'comments'>,
  group: GroupId | undefined | null,
): void {
  const home = group ?? undefined;
  const set = (thing: { group?: GroupId | undefined } | undefined): void => {
    if (thing === undefined) return;
    if (home === undefined) delete thing.group;
    else thing.group = home;
  };
  for (const id of things.nodes) set(draft.nodes[id]);
  for (const id of things.comments) set(draft.comments[id]);
  for (const id of things.groups) {
    const inner = draft.groups[id];
    if (inner === undefined) continue;
    if (home === undefined) delete inner.parent;
    else inner.parent = home;
  }
}

/** Makes a group of what is selected and selects it. Returns its id; null where there is nothing to group. */
export function groupSelection(): GroupId | null {
  const tab = currentTab();
  if (tab === null) return null;
  const { document, selection } = tab;
  const { nodes, groups, comments } = selection;
  const frame = frameRound([
    ...nodes.flatMap((id) => {
      const node = document.nodes[id];
      return node === undefined ? [] : [{ ...node.position, ...nodeSize(id) }];
    }),
    ...groups.map((id) => groupBox(document, id)),
    ...comments.flatMap((id) => {
      const comment = document.comments[id];
      return comment === undefined ? [] : [{ ...comment.position, ...comment.size }];
    }),
  ]);
  if (frame === null) return null;
  const parent = commonGroup(document, [
    ...nodes.map((id) => document.nodes[id]?.group),
    ...groups.map((id) => document.groups[id]?.parent),
    ...comments.map((id) => document.comments[id]?.group),
  ]);
  const id = nextId('group', document.groups) as GroupId; // prefix and number match the id pattern
  editActive(t`group ${describeThings(selection)}`, (draft) => {
    draft.groups[id] = {
      name: freeGroupName(document),
      ...(parent === null ? {} : { parent }),
      position: { x: frame.x, y: frame.y },
      size: { width: frame.width, height: frame.height },
      collapsed: false,
    };
    putInto(draft, selection, id);
    growFrames(draft, [id]);
  });
  select({ groups: [id] });
  return id;
}

/** What stands directly in a group. */
function contentOf(document: SwarmDocument, group: GroupId): Selection {
  return {
    ...nothingSelected,
    nodes: nodesOf(document).flatMap(([id, node]) => (node.group === group ? [id] : [])),
    groups: groupsOf(document).flatMap(([id, { parent }]) => (parent === group ? [id] : [])),
    comments: commentsOf(document).flatMap(([id, comment]) => (comment.group === group ? [id] : [])),
  };
}

/** Takes groups away and leaves what is in them, selected, to the group they stood in. */
export function ungroup(ids: readonly GroupId[]): void {
  const tab = currentTab();
  const [only] = ids;
  if (tab === null || only === undefined) return;
  const contents = ids.map((id) => contentOf(tab.document, id));
  const named = tab.document.groups[only];
  const label =
    ids.length === 1 && named !== undefined
      ? t`ungroup ${groupTitle(named)}`
      : t`ungroup ${counted(ids.length, '{0} group', '{0} groups')}`;
  editActive(label, (draft) => {
    for (const id of ids) {
      putInto(draft, contentOf(draft, id), draft.groups[id]?.parent);
      delete draft.groups[id];
    }
  });
  select({
    nodes: contents.flatMap(({ nodes }) => nodes),
    groups: contents.flatMap(({ groups }) => groups).filter((id) => !ids.includes(id)),
    comments: contents.flatMap(({ comments }) => comments),
  });
}

/** Puts what is selected into the group that its own group stands in. */
export function takeOutOfGroup(): void {
  const tab = currentTab();
  if (tab === null) return;
  const { document, selection } = tab;
  const above = (group: GroupId | undefined) =>
    group === undefined ? undefined : document.groups[group]?.parent;
  editActive(t`take ${describeThings(selection)} out of its group`, (draft) => {
    for (const id of selection.nodes)
      putInto(draft, { ...nothingSelected, nodes: [id] }, above(document.nodes[id]?.group));
    for (const id of selection.groups)
      putInto(draft, { ...nothingSelected, groups: [id] }, above(document.groups[id]?.parent));
    for (const id of selection.comments)
      putInto(draft, { ...nothingSelected, comments: [id] }, above(document.comments[id]?.group));
  });
}

/** Collapses groups to one node each, or shows what is in them. */
export function setCollapsed(ids: readonly GroupId[], collapsed: boolean): void {
  const document = currentTab()?.document;
  const first = ids[0] === undefined ? undefined : document?.groups[ids[0]];
  if (first === undefined) return;
  const what = ids.length === 1 ? groupTitle(first) : counted(ids.length, '{0} group', '{0} groups');
  editActive(collapsed ? t`collapse ${what}` : t`expand ${what}`, (draft) => {
    for (const id of ids) {
      const group = draft.groups[id];
      if (group !== undefined) group.collapsed = collapsed;
    }
    if (!collapsed) growFrames(draft, ids);
  });
  select({ groups: ids });
}

/** Everything that goes when these are deleted: the groups with what is in them. */
export function withContent(document: SwarmDocument, selection: Selection): Selection {
  const { groups } = selection;
  const all = <T>(own: readonly T[], within: (group: GroupId) => readonly T[]): T[] => [
    ...new Set([...own, ...groups.flatMap(within)]),
  ];
  return {
    links: selection.links,
    nodes: all<NodeId>(selection.nodes, (group) => nodesWithin(document, group)),
    groups: all<GroupId>(groups, (group) => groupsWithin(document, group)),
    comments: all<CommentId>(selection.comments, (group) => commentsWithin(document, group)),
  };
}
