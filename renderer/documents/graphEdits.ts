import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { counted, t, withinSentence } from '#engine/core/text.ts';
import { createNode, nextId, nextNodeId } from '#engine/document/create.ts';
import { linksOf } from '#engine/document/graph.ts';
import { linkSchema, type SwarmDocument, type SwarmNode } from '#engine/document/schema.ts';
import { kindOf } from '#engine/nodes/registry.ts';
import type { PortEnd } from '../canvas/canvasStore.ts';
import { nodeTitle, portsOf } from '../canvas/ports.ts';
import { describeThings, groupTitle, withContent } from './groupEdits.ts';
import { groupAt, growFrames } from './groupPlace.ts';
import { moveThings, noMoves } from './moveThings.ts';
import { currentTab, editActive, type Selection, select, selectionSize } from './store.ts';

/** Half a node's width: new nodes are put with their middle where the pointer is. */
const HALF = { x: 98, y: 40 };
const SNAP = 2;
const snap = (value: number): number => Math.round(value / SNAP) * SNAP;

type End = Pick<PortEnd, 'node' | 'port'>;

/** Adds a link to a draft and returns its id. The caller has asked isCompatible. */
export function putLink(draft: SwarmDocument, from: End, to: End): LinkId {
  const id = nextId('link', draft.links) as LinkId; // prefix and number match the id pattern
  draft.links[id] = linkSchema.parse({
    from: { node: from.node, port: from.port },
    to: { node: to.node, port: to.port },
  });
  return id;
}

/** Draws a link in the active document, whichever end was grabbed first. */
export function connectPorts(a: PortEnd, b: PortEnd): void {
  const [from, to] = a.direction === 'out' ? [a, b] : [b, a];
  const nodes = currentTab()?.document.nodes;
  const [source, target] = [nodes?.[from.node], nodes?.[to.node]];
  const label =
    source === undefined || target === undefined
      ? t`link two nodes`
      : t`link ${nodeTitle(source)} to ${nodeTitle(target)}`;
  editActive(label, (draft) => {
    putLink(draft, from, to);
  });
}

/** The first port of a new node of `kind` that `end` may be joined with. */
export function fittingPort(document: SwarmDocument, kind: string, end: PortEnd): string | null {
  const spec = kindOf(kind);
  const other = document.nodes[end.node];
  const own = portsOf(document, end.node).find(
    (port) => port.id === end.port && port.direction === end.direction,
  );
  if (spec === undefined || other === undefined || own === undefined) return null;
  const accepted = own.accepts === undefined || own.accepts.includes(kind);
  if (!accepted) return null;
  const wanted = end.direction === 'out' ? 'in' : 'out';
  const found = spec
    .ports(spec.schema.parse({}))
    .find(
      (port) =>
        port.direction === wanted &&
        port.type === own.type &&
        (port.accepts === undefined || port.accepts.includes(other.kind)),
    );
  return found?.id ?? null;
}

/**
 * Adds a node with its middle at `at`, joined with `fit` where given, to the group that is shown or whose frame is there,
 * and selects it. Returns its id.
 */
export function addNode(
  kind: string,
  at: { readonly x: number; readonly y: number },
  fit: PortEnd | null = null,
  params: SwarmNode['params'] = {},
  /** Part of a larger edit, whose name and gesture it takes. */
  within: { readonly label: string; readonly gesture: string } | null = null,
): NodeId | null {
  const tab = currentTab();
  const spec = kindOf(kind);
  if (tab === null || spec === undefined) return null;
  const id = nextNodeId(tab.document, kind);
  const node = createNode(kind, freePlace(tab.document, { x: snap(at.x - HALF.x), y: snap(at.y - HALF.y) }));
  const port = fit === null ? null : fittingPort(tab.document, kind, fit);
  const group = groupAt(tab.document, at, tab.inside);
  const recipe = (draft: SwarmDocument): void => {
    draft.nodes[id] = {
      ...node,
      name: freeNodeName(tab.document, spec.label),
      ...(group === undefined ? {} : { group }),
      params: { ...node.params, ...params },
    };
    growFrames(draft, [group]);
    if (fit === null || port === null) return;
    const fresh: PortEnd = { node: id, port, direction: fit.direction === 'out' ? 'in' : 'out' };
    if (fit.direction === 'out') putLink(draft, fit, fresh);
    else putLink(draft, fresh, fit);
  };
  editActive(within?.label ?? t`add ${withinSentence(spec.label)}`, recipe, within?.gesture ?? null);
  select({ nodes: [id] });
  return id;
}

/** "Fish", then "Fish 2", ...: what no node is called yet, so that every sentence about a node is clear. */
function freeNodeName(document: SwarmDocument, label: string): string {
  const taken = new Set(Object.values(document.nodes).map(nodeTitle));
  if (!taken.has(label)) return label;
  let number = 2;
  while (taken.has(`${label} ${number}`)) number += 1;
  return `${label} ${number}`;
}

/** Moves down and right until no node lies exactly there. */
function freePlace(
  document: SwarmDocument,
  at: { readonly x: number; readonly y: number },
): { x: number; y: number } {
  const taken = Object.values(document.nodes).map((node) => node.position);
  const place = { ...at };
  while (taken.some(({ x, y }) => Math.abs(x - place.x) < 16 && Math.abs(y - place.y) < 16)) {
    place.x += 24;
    place.y += 24;
  }
  return place;
}

/** "3 nodes", "1 group", or "2 links" where nothing else is selected. */
export const describeSelection = (selection: Selection): string =>
  describeThings(selection) || counted(selection.links.length, '{0} link', '{0} links');

/** What a selection is called: a single thing by its name. */
function nameOf(document: SwarmDocument, selection: Selection): string {
  const [node] = selection.nodes;
  const [group] = selection.groups;
  const single = selection.nodes.length + selection.groups.length + selection.comments.length === 1;
  if (single && node !== undefined && document.nodes[node] !== undefined)
    return nodeTitle(document.nodes[node]);
  if (single && group !== undefined && document.groups[group] !== undefined)
    return groupTitle(document.groups[group]);
  return describeSelection(selection);
}

/** Deletes nodes with their links, groups with what is in them, comments, and links. */
export function deleteSelection(how: 'delete' | 'cut' = 'delete'): void {
  const tab = currentTab();
  if (tab === null || selectionSize(tab.selection) === 0) return;
  const { nodes, links, groups, comments } = withContent(tab.document, tab.selection);
  const gone = new Set<string>(nodes);
  const name = nameOf(tab.document, tab.selection);
  editActive(how === 'cut' ? t`cut ${name}` : t`delete ${name}`, (draft) => {
    for (const id of nodes) delete draft.nodes[id];
    for (const id of groups) delete draft.groups[id];
    for (const id of comments) delete draft.comments[id];
    for (const id of links) delete draft.links[id];
    for (const [id, link] of linksOf(draft)) {
      if (gone.has(link.from.node) || gone.has(link.to.node)) delete draft.links[id];
    }
  });
}

/** Moves nodes to absolute places as one step. */
export function moveNodes(
  moves: readonly { readonly id: NodeId; readonly x: number; readonly y: number }[],
  label?: string,
  gesture: string | null = null,
): void {
  moveThings({ ...noMoves, nodes: moves }, { gesture, ...(label === undefined ? {} : { label }) });
}

/** Replaces the active document by a changed one, as one step. */
export function replaceDocument(label: string, next: SwarmDocument): void {
  editActive(label, (draft) => {
    Object.assign(draft, next);
  });
}
