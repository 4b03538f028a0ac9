import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { fishCount, linksOf } from '#engine/document/graph.ts';
import type { SwarmDocument, SwarmLink, SwarmNode } from '#engine/document/schema.ts';
import { nodeSize, type Size } from '../canvas/nodeSizes.ts';
import { nodeTitle } from '../canvas/ports.ts';
import type { Box } from './groupPlace.ts';
import { makeRoom } from './makeRoom.ts';
import { plainCopy } from './plainCopy.ts';
import { keepRoom } from './roomMade.ts';
import { currentTab, editActive, select } from './store.ts';

/** Fish of one column, and the distances of their corners. */
const COLUMN = { fish: 8, x: 250, y: 148 };

/** Fish that follow each other do so within their node only: see engine/compile/formSchools.ts. */
export const followsRules = ({ params }: SwarmNode): boolean =>
  [params.alignment, params.cohesion, params.separation].some((rule) => typeof rule === 'number' && rule > 0);

/** Why a node cannot be unfolded into its fish; null where it can. */
export function unfoldRefusal(document: SwarmDocument, id: NodeId): string | null {
  const node = document.nodes[id];
  if (node?.kind !== 'fish') return t`Only a school of fish can be unfolded.`;
  if (fishCount(node) < 2) return t`${nodeTitle(node)} is a single fish already.`;
  if (followsRules(node))
    return t`The fish of ${nodeTitle(node)} follow each other by the rules of schooling, which hold within one node: set alignment, cohesion and separation to 0 first.`;
  return null;
}

/** The first of `stem`, `stem-a`, `stem-b`, ... of which `-1` to `-count` are free. */
function freeStem(stem: string, count: number, taken: Readonly<Record<string, unknown>>): string {
  const short = stem.slice(0, 58); // leaves room for the numbers in an id
  const isFree = (candidate: string): boolean =>
    Array.from({ length: count }, (_, index) => `${candidate}-${index + 1}`).every(
      (id) => !Object.hasOwn(taken, id),
    );
  if (isFree(short)) return short;
  let letter = 'a';
  while (!isFree(`${short}-${letter}`)) letter = letter === 'z' ? `${letter}a` : nextLetter(letter);
  return `${short}-${letter}`;
}

const nextLetter = (letters: string): string =>
  `${letters.slice(0, -1)}${String.fromCharCode(letters.charCodeAt(letters.length - 1) + 1)}`;

/** Numbers of the fish a fault strikes among `count`; see engine/nodes/fault. */
function struck(fault: SwarmNode, count: number): ReadonlySet<number> {
  const { fish } = fault.params;
  if (typeof fish !== 'string' || fish === 'all')
    return new Set(Array.from({ length: count }, (_, index) => index + 1));
  return new Set(fish.split(',').map((part) => Number(part.trim())));
}

/**
 * Writes a school's fish into a draft as a node each, in a column, with copies of its links. Ids are `id-1` to `id-n`, so that
 * fish and links keep their order. Faults go on striking the fish they struck.
 */
export function unfoldInto(draft: SwarmDocument, id: NodeId): NodeId[] {
  const school = draft.nodes[id];
  if (school === undefined) return [];
  const count = fishCount(school);
  const stem = freeStem(id, count, draft.nodes);
  const fresh = Array.from({ length: count }, (_, index) => `${stem}-${index + 1}` as NodeId); // matches the id pattern
  const size = nodeSize(id);
  const { position, group, name, ...rest } = plainCopy(school);
  delete draft.nodes[id];
  fresh.forEach((one, index) => {
    draft.nodes[one] = {
      ...rest,
      name: `${name ?? id} ${index + 1}`,
      position: {
        x: position.x + COLUMN.x * Math.floor(index / COLUMN.fish),
        y: position.y + COLUMN.y * (index % COLUMN.fish),
      },
      ...(group === undefined ? {} : { group }),
      params: { ...rest.params, count: 1 },
    };
  });
  for (const [linkId, link] of linksOf(draft)) {
    if (link.from.node !== id && link.to.node !== id) continue;
    const other = link.from.node === id ? link.to.node : link.from.node;
    const fault = draft.nodes[other];
    const numbers = fault?.kind === 'fault' ? struck(fault, count) : null;
    delete draft.links[linkId];
    const source = numbers === null ? null : faultFor(draft, other, id);
    const links = freeStem(linkId, count, draft.links);
    fresh.forEach((one, index) => {
      if (numbers !== null && !numbers.has(index + 1)) return;
      draft.links[`${links}-${index + 1}` as LinkId] = pointed(link, id, one, source); // matches the id pattern
    });
  }
  makeRoom(draft, fresh, { ...position, ...size }, roomOf(position, size, count));
  return fresh;
}

function pointed(link: SwarmLink, from: NodeId, to: NodeId, source: NodeId | null): SwarmLink {
  const copy = plainCopy(link);
  if (copy.from.node === from) copy.from.node = to;
  if (copy.to.node === from) copy.to.node = to;
  if (source !== null) copy.from.node = source;
  return copy;
}

/** A fault strikes fish by number; a single fish is struck whole. One that strikes others, too, leaves these to a copy. */
function faultFor(draft: SwarmDocument, id: NodeId, school: NodeId): NodeId {
  const fault = draft.nodes[id];
  if (fault === undefined || fault.params.fish === 'all') return id;
  const others = linksOf(draft).some(([, { from, to }]) => from.node === id && to.node !== school);
  if (!others) {
    fault.params.fish = 'all';
    return id;
  }
  const copy = `${freeStem(id, 1, draft.nodes)}-1` as NodeId; // matches the id pattern
  const { position } = plainCopy(fault);
  const size = nodeSize(id);
  draft.nodes[copy] = {
    ...plainCopy(fault),
    position: { x: position.x, y: position.y + COLUMN.y },
    params: { ...plainCopy(fault.params), fish: 'all' },
  };
  makeRoom(draft, [id, copy], { ...position, ...size }, roomOf(position, size, 2));
  return copy;
}

/** What so many fish, or faults, take up under each other, in columns. */
function roomOf(
  corner: { readonly x: number; readonly y: number },
  { width, height }: Size,
  count: number,
): Box {
  const columns = Math.ceil(count / COLUMN.fish);
  const rows = Math.min(count, COLUMN.fish);
  return {
    x: corner.x,
    y: corner.y,
    width: COLUMN.x * (columns - 1) + width,
    height: COLUMN.y * (rows - 1) + height,
  };
}

/** Unfolds a school of the active document as one step and selects its fish; what is in their way makes room. */
export function unfoldSchool(id: NodeId): void {
  const tab = currentTab();
  const node = tab?.document.nodes[id];
  if (tab === null || node === undefined) return;
  let fish: readonly NodeId[] = [];
  editActive(t`unfold ${nodeTitle(node)}`, (draft) => {
    fish = unfoldInto(draft, id);
  });
  const after = currentTab();
  if (after !== null) keepRoom(tab.id, fish, tab.document, after.document);
  select({ nodes: fish });
}
