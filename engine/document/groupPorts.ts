import type { GroupId, NodeId } from '../core/brand.ts';
import { linksOf } from './graph.ts';
import { isWithin } from './groups.ts';
import { compareIds } from './order.ts';
import type { SwarmDocument } from './schema.ts';

/** Where links cross the border of a group: a port of a node within. */
export interface GroupPort {
  readonly node: NodeId;
  readonly port: string;
  readonly direction: 'in' | 'out';
}

/** The ports of a group, from the links that cross its border, each once: by the height of their nodes, then by id. */
export function groupPorts(document: SwarmDocument, group: GroupId): GroupPort[] {
  const ports = new Map<string, GroupPort>();
  const isInside = (node: NodeId): boolean => {
    const found = document.nodes[node];
    return found !== undefined && isWithin(document, found.group, group);
  };
  for (const [, { from, to }] of linksOf(document)) {
    if (document.nodes[from.node] === undefined || document.nodes[to.node] === undefined) continue;
    if (isInside(from.node) === isInside(to.node)) continue;
    const port: GroupPort = isInside(from.node) ? { ...from, direction: 'out' } : { ...to, direction: 'in' };
    ports.set(`${port.direction}/${port.node}/${port.port}`, port);
  }
  const height = ({ node }: GroupPort) => document.nodes[node]?.position.y ?? 0;
  return [...ports.values()].toSorted(
    (a, b) => height(a) - height(b) || compareIds(a.node, b.node) || compareIds(a.port, b.port),
  );
}
