import type { GroupPort } from '#engine/document/groupPorts.ts';
import type { SwarmDocument, SwarmLink } from '#engine/document/schema.ts';
import type { PortSpec } from '#engine/nodes/kind.ts';
import { nodeTitle, portsOf } from '../ports.ts';
import type { ShownPort } from './flowNode.ts';

/** A port with what it is called where another thing shows it; null where the node has no such port. */
export function shownPort(document: SwarmDocument, { node, port, direction }: GroupPort): ShownPort | null {
  const owner = document.nodes[node];
  const spec = portsOf(document, node).find((one) => one.direction === direction && one.id === port);
  if (owner === undefined || spec === undefined) return null;
  return { end: { node, port, direction }, spec, label: `${nodeTitle(owner)} · ${spec.label}` };
}

/** Whether a card shows the same as before. */
export const samePorts = (a: readonly ShownPort[], b: readonly ShownPort[]): boolean =>
  a.length === b.length &&
  a.every(({ end, spec, label }, index) => {
    const other = b[index];
    return (
      other !== undefined &&
      other.label === label &&
      other.spec.type === spec.type &&
      other.end.node === end.node &&
      other.end.port === end.port &&
      other.end.direction === end.direction
    );
  });

/** The ports a link joins; null where one of them is not there, so that nothing can be drawn. */
export function drawnPorts(
  document: SwarmDocument,
  { from, to }: SwarmLink,
): { readonly source: PortSpec; readonly target: PortSpec } | null {
  const source = portsOf(document, from.node).find(
    (port) => port.direction === 'out' && port.id === from.port,
  );
  const target = portsOf(document, to.node).find((port) => port.direction === 'in' && port.id === to.port);
  return source === undefined || target === undefined ? null : { source, target };
}
