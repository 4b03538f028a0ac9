import type { CommentId, GroupId, LinkId, NodeId } from '../core/brand.ts';
import { linksOf, nodesOf } from '../document/graph.ts';
import type {
  LinkParams,
  RunSettings,
  SwarmDocument,
  SwarmGroup,
  SwarmLink,
  SwarmNode,
} from '../document/schema.ts';
import { kindOf } from '../nodes/registry.ts';

type Values<Key> = { readonly name: Key; readonly before: unknown; readonly after: unknown };

/** One way in which a document differs from another, as a person would say it. */
export type DocumentChange =
  | { readonly of: 'node'; readonly how: 'added' | 'removed'; readonly id: NodeId; readonly node: SwarmNode }
  | ({ readonly of: 'parameter'; readonly id: NodeId; readonly node: SwarmNode } & Values<string>)
  | ({ readonly of: 'node-place'; readonly id: NodeId; readonly node: SwarmNode } & Values<
      'name' | 'group' | 'position'
    >)
  | { readonly of: 'link'; readonly how: 'added' | 'removed'; readonly id: LinkId; readonly link: SwarmLink }
  | ({ readonly of: 'link-setting'; readonly id: LinkId; readonly link: SwarmLink } & Values<
      keyof LinkParams
    >)
  | {
      readonly of: 'group';
      readonly how: 'added' | 'removed' | 'changed';
      readonly id: GroupId;
      readonly group: SwarmGroup;
    }
  | {
      readonly of: 'comment';
      readonly how: 'added' | 'removed' | 'changed';
      readonly id: string;
      readonly text: string;
    }
  | ({ readonly of: 'run' } & Values<keyof RunSettings>)
  | ({ readonly of: 'about' } & Values<keyof SwarmDocument['meta']>);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const keysOf = <T extends object>(a: T, b: T): (keyof T)[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof T)[]; // the keys of two T

/**
 * What leads from one document to another: run settings, nodes, parameters, links, groups, comments, description, in this order.
 * Parameters that are absent count as their defaults. Places on the canvas count only where `positions` says so.
 */
export function documentChanges(
  before: SwarmDocument,
  after: SwarmDocument,
  positions: 'ignore' | 'compare' = 'ignore',
): readonly DocumentChange[] {
  return [
    ...valueChanges(before.run, after.run).map((values) => ({ of: 'run' as const, ...values })),
    ...nodeChanges(before, after, positions),
    ...linkChanges(before, after),
    ...groupChanges(before, after, positions),
    ...commentChanges(before, after),
    ...valueChanges(before.meta, after.meta).map((values) => ({ of: 'about' as const, ...values })),
  ];
}

function valueChanges<T extends object>(before: T, after: T): Values<keyof T>[] {
  return keysOf(before, after)
    .filter((name) => !same(before[name], after[name]))
    .map((name) => ({ name, before: before[name], after: after[name] }));
}

function nodeChanges(
  before: SwarmDocument,
  after: SwarmDocument,
  positions: 'ignore' | 'compare',
): DocumentChange[] {
  const changes: DocumentChange[] = [];
  for (const [id, node] of nodesOf(before)) {
    // Another kind under the same id is another node.
    if (after.nodes[id]?.kind !== node.kind) changes.push({ of: 'node', how: 'removed', id, node });
  }
  for (const [id, node] of nodesOf(after)) {
    const old = before.nodes[id];
    if (old?.kind !== node.kind) {
      changes.push({ of: 'node', how: 'added', id, node });
      continue;
    }
    if (!same(old.params, node.params)) {
      for (const values of valueChanges(wholeParams(old), wholeParams(node)))
        changes.push({ of: 'parameter', id, node, ...values });
    }
    for (const name of [
      'name',
      'group',
      ...(positions === 'compare' ? (['position'] as const) : []),
    ] as const) {
      if (!same(old[name], node[name]))
        changes.push({ of: 'node-place', id, node, name, before: old[name], after: node[name] });
    }
  }
  return changes;
}

function wholeParams({ kind, params }: SwarmNode): Readonly<Record<string, unknown>> {
  const parsed = kindOf(kind)?.schema.safeParse(params);
  return parsed?.success === true ? parsed.data : params;
}

/** A link whose ends are others is another link. */
const joinsTheSame = (a: SwarmLink | undefined, b: SwarmLink): boolean =>
  a !== undefined && same(a.from, b.from) && same(a.to, b.to);

function linkChanges(before: SwarmDocument, after: SwarmDocument): DocumentChange[] {
  const changes: DocumentChange[] = [];
  for (const [id, link] of linksOf(before)) {
    if (!joinsTheSame(after.links[id], link)) changes.push({ of: 'link', how: 'removed', id, link });
  }
  for (const [id, link] of linksOf(after)) {
    const old = before.links[id];
    if (old === undefined || !joinsTheSame(old, link)) {
      changes.push({ of: 'link', how: 'added', id, link });
      continue;
    }
    for (const values of valueChanges(old.params, link.params))
      changes.push({ of: 'link-setting', id, link, ...values });
  }
  return changes;
}

function groupChanges(
  before: SwarmDocument,
  after: SwarmDocument,
  positions: 'ignore' | 'compare',
): DocumentChange[] {
  const shown = (group: SwarmGroup): unknown =>
    positions === 'compare' ? group : { ...group, position: null, size: null, collapsed: null };
  // the keys of the records are GroupIds
  return (keysOf(before.groups, after.groups) as GroupId[]).flatMap((id): DocumentChange[] => {
    const [old, group] = [before.groups[id], after.groups[id]];
    if (group === undefined)
      return old === undefined ? [] : [{ of: 'group', how: 'removed', id, group: old }];
    if (old === undefined) return [{ of: 'group', how: 'added', id, group }];
    return same(shown(old), shown(group)) ? [] : [{ of: 'group', how: 'changed', id, group }];
  });
}

function commentChanges(before: SwarmDocument, after: SwarmDocument): DocumentChange[] {
  const ids = new Set([...Object.keys(before.comments), ...Object.keys(after.comments)]) as Set<CommentId>; // the keys
  return [...ids].flatMap((id): DocumentChange[] => {
    const [old, comment] = [before.comments[id]?.text, after.comments[id]?.text];
    if (comment === undefined) return [{ of: 'comment', how: 'removed', id, text: old ?? '' }];
    if (old === undefined) return [{ of: 'comment', how: 'added', id, text: comment }];
    return old === comment ? [] : [{ of: 'comment', how: 'changed', id, text: comment }];
  });
}
