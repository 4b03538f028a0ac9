import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { fishCount, linksOf } from '#engine/document/graph.ts';
import { compareIds } from '#engine/document/order.ts';
import type { SwarmDocument, SwarmLink } from '#engine/document/schema.ts';
import { fishSchema } from '#engine/nodes/fish/schema.ts';
import { kindOf } from '#engine/nodes/registry.ts';
import { nodeTitle } from '../canvas/ports.ts';
import { plainCopy } from './plainCopy.ts';
import { giveRoomBack } from './roomMade.ts';
import { currentTab, editActive, select } from './store.ts';
import { followsRules } from './unfoldSchool.ts';

/** The most fish a node stands for. */
const MOST = 64;

const nodeOf = (document: SwarmDocument, id: NodeId) => {
  const node = document.nodes[id];
  return node === undefined ? null : node;
};
const titleOf = (document: SwarmDocument, id: NodeId): string => {
  const node = nodeOf(document, id);
  return node === null ? id : nodeTitle(node);
};

/** What a link of a fish is, seen from that fish. */
function seenFrom(id: NodeId, { from, to, params }: SwarmLink): string {
  return from.node === id
    ? JSON.stringify(['out', from.port, to.node, to.port, params])
    : JSON.stringify(['in', to.port, from.node, from.port, params]);
}

/** Faults that strike none but some of these single fish, each whole: they can strike them by number. */
function foldableFaults(document: SwarmDocument, ids: readonly NodeId[]): ReadonlySet<NodeId> {
  const set = new Set(ids);
  const single = ids.every((id) => {
    const node = nodeOf(document, id);
    return node !== null && fishCount(node) === 1;
  });
  if (!single) return new Set();
  const links = linksOf(document).map(([, link]) => link);
  const faults = new Set(links.filter(({ to }) => set.has(to.node)).map(({ from }) => from.node));
  return new Set(
    [...faults].filter((id) => {
      const node = nodeOf(document, id);
      return (
        node?.kind === 'fault' &&
        (node.params.fish === 'all' || node.params.fish === '1') &&
        links.every(({ from, to }) => from.node !== id || set.has(to.node))
      );
    }),
  );
}

/** Why these nodes cannot become one school; null where they can. */
export function foldRefusal(document: SwarmDocument, ids: readonly NodeId[]): string | null {
  const [first, ...others] = ids.toSorted(compareIds);
  const model = first === undefined ? null : nodeOf(document, first);
  if (first === undefined || model === null || others.length === 0)
    return t`Select at least two nodes of fish.`;
  for (const id of ids) {
    const node = nodeOf(document, id);
    if (node?.kind !== 'fish') return t`${titleOf(document, id)} is no fish: only fish make a school.`;
    if (followsRules(node))
      return t`${nodeTitle(node)} follows rules of schooling, which would hold for all of the school: set alignment, cohesion and separation to 0 first.`;
  }
  const fish = ids.reduce((sum, id) => sum + fishCount(nodeOf(document, id) ?? model), 0);
  if (fish > MOST) return t`A school has at most ${MOST} fish, and these are ${fish}.`;
  for (const id of others) {
    const node = nodeOf(document, id) ?? model;
    const names = [...new Set([...Object.keys(fishSchema.shape), ...Object.keys(node.params)])];
    const differs = names.find((name) => name !== 'count' && node.params[name] !== model.params[name]);
    if (differs === undefined) continue;
    const label = kindOf('fish')?.fields[differs]?.label ?? differs;
    return t`${nodeTitle(model)} and ${nodeTitle(node)} differ in “${label}” (${String(model.params[differs])} and ${String(node.params[differs])}): fish of a school are alike.`;
  }
  return linkRefusal(document, first, others);
}

function linkRefusal(document: SwarmDocument, first: NodeId, others: readonly NodeId[]): string | null {
  const ids = [first, ...others];
  const set = new Set(ids);
  const faults = foldableFaults(document, ids);
  const all = linksOf(document).map(([, link]) => link);
  const within = all.find(({ from, to }) => set.has(from.node) && set.has(to.node));
  if (within !== undefined)
    return t`${titleOf(document, within.from.node)} is linked to ${titleOf(document, within.to.node)}, and fish of one node cannot be linked to each other: use a hub, or leave them apart.`;
  const linksFrom = (id: NodeId) =>
    all.filter(
      ({ from, to }) => (from.node === id || to.node === id) && !(to.node === id && faults.has(from.node)),
    );
  const seen = (id: NodeId) => linksFrom(id).map((link) => ({ link, text: seenFrom(id, link) }));
  const model = seen(first);
  for (const id of others) {
    const own = seen(id);
    const missing =
      model.find(({ text }) => !own.some((other) => other.text === text)) ??
      own.find(({ text }) => !model.some((other) => other.text === text));
    if (missing === undefined) continue;
    const { from, to } = missing.link;
    const far = set.has(from.node) ? to.node : from.node;
    return t`${titleOf(document, first)} and ${titleOf(document, id)} are not linked alike: look at their links with ${titleOf(document, far)}.`;
  }
  return null;
}

/** What ids such as "fish-1" and "fish-2", or names such as "Fish 1" and "Fish 2", have before their numbers. */
function commonStem(texts: readonly string[], between: '-' | ' '): string | null {
  const stems = texts.map((text) => {
    const at = text.lastIndexOf(between);
    return at > 0 && /^\d+$/.test(text.slice(at + 1)) ? text.slice(0, at) : null;
  });
  const [stem = null] = stems;
  return stem !== null && stems.every((other) => other === stem) ? stem : null;
}

/** Writes one school in place of like fish into a draft: fish k is the k-th of them in the order of their ids. */
export function foldInto(draft: SwarmDocument, ids: readonly NodeId[]): NodeId | null {
  const ordered = ids.toSorted(compareIds);
  const [first] = ordered;
  const model = first === undefined ? null : nodeOf(draft, first);
  if (first === undefined || model === null) return null;
  const nodes = ordered.flatMap((id) => nodeOf(draft, id) ?? []);
  const faults = foldableFaults(draft, ordered);
  const struckBy = new Map<NodeId, number[]>();
  const count = nodes.reduce((sum, node) => sum + fishCount(node), 0);
  const stem = commonStem(ordered, '-');
  const id = (stem !== null && draft.nodes[stem as NodeId] === undefined ? stem : first) as NodeId; // part of an id
  const nameStem = commonStem(nodes.map(nodeTitle), ' ');
  const { name: _, ...rest } = plainCopy(model);
  const name = nameStem ?? model.name;
  const gone = new Set<NodeId>(ordered);
  const links: [LinkId, SwarmLink][] = [];
  for (const [linkId, link] of linksOf(draft)) {
    if (!gone.has(link.from.node) && !gone.has(link.to.node)) continue;
    const copy = plainCopy(link);
    if (gone.has(copy.from.node)) copy.from.node = id;
    if (gone.has(copy.to.node)) copy.to.node = id;
    const fault = faults.has(link.from.node) ? struckBy.get(link.from.node) : undefined;
    const isFirst = link.from.node === first || link.to.node === first;
    const isFirstOfFault = faults.has(link.from.node) && fault === undefined;
    if (faults.has(link.from.node))
      struckBy.set(link.from.node, [...(fault ?? []), ordered.indexOf(link.to.node) + 1]);
    if (faults.has(link.from.node) ? isFirstOfFault : isFirst) links.push([linkId, copy]);
    delete draft.links[linkId];
  }
  for (const gonePart of ordered) delete draft.nodes[gonePart];
  draft.nodes[id] = {
    ...rest,
    ...(name === undefined ? {} : { name }),
    params: { ...rest.params, count },
  };
  for (const [linkId, link] of links) {
    const short = commonStem([linkId], '-');
    const isUnfolded = short !== null && /\d$/.test(short) && draft.links[short as LinkId] === undefined;
    draft.links[isUnfolded ? (short as LinkId) : linkId] = link; // part of an id
  }
  for (const [fault, numbers] of struckBy) {
    const node = nodeOf(draft, fault);
    if (node !== null)
      node.params.fish = numbers.length === count ? 'all' : numbers.toSorted((a, b) => a - b).join(', ');
  }
  return id;
}

/** Folds like fish of the active document into one school as one step and selects it; room made for them is given back. */
export function foldFish(ids: readonly NodeId[]): void {
  const tab = currentTab();
  if (tab === null) return;
  let school: NodeId | null = null;
  editActive(t`fold ${ids.length} nodes into a school`, (draft) => {
    school = foldInto(draft, ids);
    giveRoomBack(tab.id, ids, draft);
  });
  if (school !== null) select({ nodes: [school] });
}
