import type { LinkId, NodeId } from '../core/brand.ts';
import { createNode, nextId, nextNodeId } from '../document/create.ts';
import { linksOf } from '../document/graph.ts';
import { linkSchema, type SwarmDocument, type SwarmNode } from '../document/schema.ts';
import { kindOf } from '../nodes/registry.ts';
import type { Fix } from './diagnostic.ts';
import type { LinkEnd } from './linkRules.ts';

/** A new document with the fix applied; the same document where the fix no longer fits it. */
export function applyFix(document: SwarmDocument, fix: Fix): SwarmDocument {
  switch (fix.kind) {
    case 'set-param':
      return withNode(document, fix.nodeId, (node) => ({
        ...node,
        params: setIn(node.params, fix.param, fix.value),
      }));
    case 'set-run':
      return { ...document, run: setIn(document.run, fix.param, fix.value) };
    case 'set-link': {
      const link = document.links[fix.linkId];
      if (link === undefined) return document;
      const params = setIn(link.params, fix.param, fix.value);
      return { ...document, links: { ...document.links, [fix.linkId]: { ...link, params } } };
    }
    case 'delete-link':
      return { ...document, links: without(document.links, (id) => id === fix.linkId) };
    case 'delete-node':
      return {
        ...document,
        nodes: without(document.nodes, (id) => id === fix.nodeId),
        links: without(
          document.links,
          (_, { from, to }) => from.node === fix.nodeId || to.node === fix.nodeId,
        ),
      };
    case 'leave-group':
      return withNode(document, fix.nodeId, (node) => {
        const { group: _, ...rest } = node;
        return rest;
      });
    case 'add-link':
      return addLink(document, fix.from, fix.to);
    case 'add-node':
      return addNode(document, fix);
    case 'link-node':
      return document.nodes[fix.nodeId] === undefined ? document : linkNode(document, fix.nodeId, fix);
  }
}

function setIn<T extends object>(target: T, key: string, value: unknown): T {
  const next = { ...target, [key]: value };
  if (value === undefined) delete (next as Record<string, unknown>)[key]; // a copy made here
  return next;
}

function without<T>(
  record: Readonly<Record<string, T>>,
  drop: (id: string, value: T) => boolean,
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([id, value]) => !drop(id, value)));
}

function withNode(
  document: SwarmDocument,
  id: NodeId,
  change: (node: SwarmNode) => SwarmNode,
): SwarmDocument {
  const node = document.nodes[id];
  return node === undefined ? document : { ...document, nodes: { ...document.nodes, [id]: change(node) } };
}

/** Adds a link that is not there yet; one that already holds the only place of a port makes way. */
function addLink(document: SwarmDocument, from: LinkEnd, to: LinkEnd): SwarmDocument {
  const target = document.nodes[to.node];
  if (target === undefined || document.nodes[from.node] === undefined) return document;
  const isThere = linksOf(document).some(([, link]) => isSameEnd(link.from, from) && isSameEnd(link.to, to));
  if (isThere) return document;
  const kind = kindOf(target.kind);
  const port = kind
    ?.ports(kind.schema.parse({}))
    .find(({ id, direction }) => id === to.port && direction === 'in');
  const held = linksOf(document).filter(([, link]) => link.to.node === to.node && link.to.port === to.port);
  const freed = port !== undefined && held.length >= port.maxLinks ? held.slice(port.maxLinks - 1) : [];
  const links = without(document.links, (id) => freed.some(([freedId]) => freedId === id));
  const id = nextId('link', links) as LinkId; // prefix and number match the id pattern
  return { ...document, links: { ...links, [id]: linkSchema.parse({ from, to }) } };
}

const isSameEnd = (a: LinkEnd, b: LinkEnd): boolean => a.node === b.node && a.port === b.port;

function addNode(document: SwarmDocument, fix: Extract<Fix, { kind: 'add-node' }>): SwarmDocument {
  const id = nextNodeId(document, fix.nodeKind);
  const node = createNode(fix.nodeKind, placeFor(document, fix));
  return linkNode({ ...document, nodes: { ...document.nodes, [id]: node } }, id, fix);
}

function linkNode(
  document: SwarmDocument,
  id: NodeId,
  { linkFrom = [], linkTo = [] }: Pick<Extract<Fix, { kind: 'add-node' }>, 'linkFrom' | 'linkTo'>,
): SwarmDocument {
  let next = document;
  for (const { node: from, port, toPort } of linkFrom) {
    next = addLink(next, { node: from, port }, { node: id, port: toPort });
  }
  for (const { node: to, port, fromPort } of linkTo) {
    next = addLink(next, { node: id, port: fromPort }, { node: to, port });
  }
  return next;
}

/** Canvas units: cards are about 200 wide and at most 150 high. */
const COLUMN = 250;
const ROW = 180;

/** Left of what it feeds, right of what feeds it, and moved down until nothing is in the way. */
function placeFor(
  document: SwarmDocument,
  { linkFrom = [], linkTo = [] }: Extract<Fix, { kind: 'add-node' }>,
): { x: number; y: number } {
  const positions = (ends: readonly { readonly node: NodeId }[]) =>
    ends.flatMap(({ node }) => document.nodes[node]?.position ?? []);
  const all = Object.values(document.nodes).map(({ position }) => position);
  const [after, before] = [positions(linkFrom), positions(linkTo)];
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const near = [...after, ...before];
  let x = 0;
  if (after.length > 0 && before.length > 0)
    x = mean([Math.max(...after.map((at) => at.x)), Math.min(...before.map((at) => at.x))]);
  else if (after.length > 0) x = Math.max(...after.map((at) => at.x)) + COLUMN;
  else if (before.length > 0) x = Math.min(...before.map((at) => at.x)) - COLUMN;
  else if (all.length > 0) x = Math.max(...all.map((at) => at.x)) + COLUMN;
  let y = near.length > 0 ? mean(near.map((at) => at.y)) : 0;
  const taken = (at: { x: number; y: number }) =>
    Math.abs(at.x - x) < COLUMN - 30 && Math.abs(at.y - y) < ROW - 10;
  for (let tries = 0; tries <= all.length && all.some(taken); tries += 1) y += ROW;
  return { x: Math.round(x), y: Math.round(y) };
}
