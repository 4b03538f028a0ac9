import type { NodeId } from '#engine/core/brand.ts';
import { linksOf } from '#engine/document/graph.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import type { Selection } from '../documents/store.ts';

/** Every node that links join, over any number of steps and either way, with what is selected; in document order. */
export function connectedNodes(
  document: SwarmDocument,
  { nodes, links }: Pick<Selection, 'nodes' | 'links'>,
): readonly NodeId[] {
  const near = new Map<NodeId, NodeId[]>();
  const join = (a: NodeId, b: NodeId): void => {
    near.set(a, [...(near.get(a) ?? []), b]);
  };
  for (const [, { from, to }] of linksOf(document)) {
    join(from.node, to.node);
    join(to.node, from.node);
  }
  const ends = links.flatMap((id) => {
    const link = document.links[id];
    return link === undefined ? [] : [link.from.node, link.to.node];
  });
  const reached = new Set<NodeId>();
  const open = [...nodes, ...ends];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(near.get(id) ?? []));
  }
  return [...reached].filter((id) => document.nodes[id] !== undefined);
}
