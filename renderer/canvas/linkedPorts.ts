import type { NodeId } from '#engine/core/brand.ts';
import { linksOf } from '#engine/document/graph.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { activeTab, useDocuments } from '../documents/store.ts';
import { followById } from '../ui/followById.ts';

const known = new WeakMap<SwarmDocument['links'], ReadonlyMap<NodeId, string>>();

/**
 * The linked ports of each node, an entry for each link: "out/prediction in/examples". Computed once for each state of
 * the links; as text, so that what did not change is the same.
 */
export function linkedPorts(document: SwarmDocument): ReadonlyMap<NodeId, string> {
  const before = known.get(document.links);
  if (before !== undefined) return before;
  const ports = new Map<NodeId, string[]>();
  const add = (node: NodeId, key: string): void => {
    const own = ports.get(node);
    if (own === undefined) ports.set(node, [key]);
    else own.push(key);
  };
  for (const [, { from, to }] of linksOf(document)) {
    add(from.node, `out/${from.port}`);
    add(to.node, `in/${to.port}`);
  }
  const texts = new Map([...ports].map(([node, keys]) => [node, keys.join(' ')]));
  known.set(document.links, texts);
  return texts;
}

const NONE: ReadonlyMap<NodeId, string> = new Map();

/** The same for the active document, by node. */
export const linkedPortsByNode = followById([useDocuments], () => {
  const document = activeTab(useDocuments.getState())?.document;
  return document === undefined ? NONE : linkedPorts(document);
});
