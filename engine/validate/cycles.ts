import type { NodeId } from '../core/brand.ts';
import type { SwarmLink } from '../document/schema.ts';
import type { PortType } from '../nodes/kind.ts';
import { PROPOSALS_PORT } from '../nodes/predictionPorts.ts';
import type { DocumentIndex, LinkEntry } from './documentIndex.ts';

const MAY_GO_ROUND: ReadonlySet<PortType | undefined> = new Set<PortType>(['weights', 'control']);

/** Whether nodes of this kind talk to each other while fish learn. */
export const isTalker = (kind: string | undefined): boolean =>
  kind === 'fish' || kind === 'hub' || kind === 'federated';

const portTypeOf = (index: DocumentIndex, { to }: SwarmLink): PortType | undefined =>
  index.nodes.get(to.node)?.ports.find((port) => port.direction === 'in' && port.id === to.port)?.type;

/**
 * Links that must not close a circle: all but talk between fish and hubs, weights and control, which may go round. An answer
 * that is read must have been given.
 */
export function orderingLinks(index: DocumentIndex): LinkEntry[] {
  const talks = (id: NodeId) => isTalker(index.nodes.get(id)?.node.kind);
  return index.links.filter(
    ({ link }) =>
      index.nodes.has(link.from.node) &&
      index.nodes.has(link.to.node) &&
      link.from.node !== link.to.node &&
      !MAY_GO_ROUND.has(portTypeOf(index, link)) &&
      !(talks(link.from.node) && talks(link.to.node) && link.to.port !== PROPOSALS_PORT),
  );
}

/** Every node that can be reached from any of `starts` along the links, `starts` themselves included. */
export function reachable(
  starts: readonly NodeId[],
  links: readonly LinkEntry[],
  way: 'forward' | 'backward',
): Set<NodeId> {
  const next = new Map<NodeId, NodeId[]>();
  for (const { link } of links) {
    const [here, there] = way === 'forward' ? [link.from.node, link.to.node] : [link.to.node, link.from.node];
    const known = next.get(here);
    if (known === undefined) next.set(here, [there]);
    else known.push(there);
  }
  const seen = new Set(starts);
  const open = [...starts];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const neighbour of next.get(node) ?? []) {
      if (seen.has(neighbour)) continue;
      seen.add(neighbour);
      open.push(neighbour);
    }
  }
  return seen;
}

/** One circle of links for each knot of them, each as its nodes in order and the link that closes it. */
export function findCycles(
  index: DocumentIndex,
): { readonly nodes: readonly NodeId[]; readonly closing: LinkEntry }[] {
  const outgoing = Map.groupBy(orderingLinks(index), ({ link }) => link.from.node);
  const state = new Map<NodeId, 'open' | 'done'>();
  const cycles: { nodes: NodeId[]; closing: LinkEntry }[] = [];
  // depth first without recursion, so that a chain of thousands cannot exhaust the stack
  for (const start of index.nodes.keys()) {
    if (state.has(start)) continue;
    const path: { readonly node: NodeId; next: number }[] = [{ node: start, next: 0 }];
    state.set(start, 'open');
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const entry = outgoing.get(top.node)?.[top.next];
      top.next += 1;
      if (entry === undefined) {
        state.set(top.node, 'done');
        path.pop();
        continue;
      }
      const target = entry.link.to.node;
      const known = state.get(target);
      if (known === 'open') {
        const from = path.findIndex(({ node }) => node === target);
        cycles.push({ nodes: path.slice(from).map(({ node }) => node), closing: entry });
      } else if (known === undefined) {
        state.set(target, 'open');
        path.push({ node: target, next: 0 });
      }
    }
  }
  return cycles;
}
