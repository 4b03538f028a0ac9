import type { CommentId, GroupId, NodeId } from '#engine/core/brand.ts';
import { nodesOf } from '#engine/document/graph.ts';
import { commentsOf, groupChain, groupsOf } from '#engine/document/groups.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';

/** What shows a thing on the canvas: itself, the collapsed group it is in, or nothing, since it is not in the group shown. */
type Shown = 'itself' | 'outside' | { readonly card: GroupId };

/** What of a document the canvas shows. */
export interface View {
  readonly inside: GroupId | null;
  readonly nodes: readonly NodeId[];
  /** Expanded groups, the outer before the inner. */
  readonly frames: readonly GroupId[];
  /** Collapsed groups, of nested ones the outermost. */
  readonly cards: readonly GroupId[];
  readonly comments: readonly CommentId[];
  /** What shows something that stands in this group. */
  readonly shown: (group: GroupId | undefined) => Shown;
}

const known = new WeakMap<SwarmDocument, Map<GroupId | null, View>>();

/** What the canvas shows of a document while it shows `inside` alone. Computed once for each state of the document. */
export function viewOf(document: SwarmDocument, inside: GroupId | null): View {
  const views = known.get(document) ?? new Map<GroupId | null, View>();
  known.set(document, views);
  const before = views.get(inside);
  if (before !== undefined) return before;
  const view = lookAt(document, inside);
  views.set(inside, view);
  return view;
}

function lookAt(document: SwarmDocument, inside: GroupId | null): View {
  const answers = new Map<GroupId | undefined, Shown>();
  const shown = (group: GroupId | undefined): Shown => {
    let answer = answers.get(group);
    if (answer === undefined) {
      answer = shownBy(document, inside, group);
      answers.set(group, answer);
    }
    return answer;
  };
  const isShown = (group: GroupId | undefined): boolean => shown(group) === 'itself';
  const groups = groupsOf(document)
    .filter(([id, { parent }]) => id !== inside && isShown(parent))
    .toSorted(([a], [b]) => groupChain(document, a).length - groupChain(document, b).length);
  const ids = (collapsed: boolean) =>
    groups.filter(([, group]) => group.collapsed === collapsed).map(([id]) => id);
  return {
    inside,
    shown,
    nodes: nodesOf(document).flatMap(([id, { group }]) => (isShown(group) ? [id] : [])),
    frames: ids(false),
    cards: ids(true),
    comments: commentsOf(document).flatMap(([id, { group }]) => (isShown(group) ? [id] : [])),
  };
}

function shownBy(document: SwarmDocument, inside: GroupId | null, group: GroupId | undefined): Shown {
  const chain = groupChain(document, group);
  const depth = inside === null ? chain.length : chain.indexOf(inside);
  if (depth === -1) return 'outside';
  const card = chain.slice(0, depth).findLast((id) => document.groups[id]?.collapsed === true);
  return card === undefined ? 'itself' : { card };
}
