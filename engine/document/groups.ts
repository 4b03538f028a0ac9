import type { CommentId, GroupId, NodeId } from '../core/brand.ts';
import { nodesOf } from './graph.ts';
import type { SwarmComment, SwarmDocument, SwarmGroup } from './schema.ts';

type Grouped = Pick<SwarmDocument, 'groups'>;

/** The groups of a document with their branded ids, in the order they are kept. */
export function groupsOf(document: Grouped): readonly (readonly [GroupId, SwarmGroup])[] {
  return Object.entries(document.groups) as [GroupId, SwarmGroup][]; // the record's keys are GroupIds
}

/** The comments of a document with their branded ids, in the order they are kept. */
export function commentsOf(document: SwarmDocument): readonly (readonly [CommentId, SwarmComment])[] {
  return Object.entries(document.comments) as [CommentId, SwarmComment][]; // as above
}

/**
 * A group and those it stands in, the innermost first. What stands in a group that is not there stands in none; groups that
 * stand in each other in a circle count once.
 */
export function groupChain(document: Grouped, group: GroupId | undefined | null): readonly GroupId[] {
  const chain: GroupId[] = [];
  for (let at = group ?? undefined; at !== undefined; at = document.groups[at]?.parent) {
    if (!Object.hasOwn(document.groups, at) || chain.includes(at)) break;
    chain.push(at);
  }
  return chain;
}

/** Whether something in `group` stands in `outer`, directly or further down; everything stands in null, the swarm. */
export const isWithin = (
  document: Grouped,
  group: GroupId | undefined | null,
  outer: GroupId | null,
): boolean => outer === null || groupChain(document, group).includes(outer);

/** Nodes in a group and in those within it. */
export const nodesWithin = (document: SwarmDocument, group: GroupId): NodeId[] =>
  nodesOf(document).flatMap(([id, node]) => (isWithin(document, node.group, group) ? [id] : []));

/** Groups within a group, not itself. */
export const groupsWithin = (document: SwarmDocument, group: GroupId): GroupId[] =>
  groupsOf(document).flatMap(([id, { parent }]) =>
    id !== group && isWithin(document, parent, group) ? [id] : [],
  );

export const commentsWithin = (document: SwarmDocument, group: GroupId): CommentId[] =>
  commentsOf(document).flatMap(([id, comment]) => (isWithin(document, comment.group, group) ? [id] : []));

/** The innermost group that all of these stand in; null where that is the swarm itself. */
export function commonGroup(
  document: Grouped,
  groups: readonly (GroupId | undefined | null)[],
): GroupId | null {
  const [first, ...others] = groups.map((group) => groupChain(document, group));
  return first?.find((id) => others.every((chain) => chain.includes(id))) ?? null;
}
