import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { linksOf } from '#engine/document/graph.ts';
import type { SwarmDocument, SwarmNode } from '#engine/document/schema.ts';
import { FAMILY_TYPE } from '#engine/nodes/familyType.ts';
import type { NodeKind, PortSpec, PortType } from '#engine/nodes/kind.ts';
import { kindOf } from '#engine/nodes/registry.ts';

interface Face {
  readonly ports: readonly PortSpec[];
  readonly badge: string;
}

const known = new WeakMap<SwarmNode, Face>();

/**
 * Ports and badge of a node of a known kind, by the parameters it can rely on: its own where they are valid, else the kind's
 * defaults. Made once for each state of the node, since two are asked for of every link; a draft may yet change.
 */
function faceOf(kind: NodeKind, node: SwarmNode): Face {
  const before = known.get(node);
  if (before !== undefined) return before;
  const parsed = kind.schema.safeParse(node.params);
  const params = parsed.success ? parsed.data : kind.schema.parse({});
  const face = { ports: kind.ports(params), badge: kind.badge(params) };
  if (Object.isFrozen(node)) known.set(node, face);
  return face;
}

/** Ports of a node; of an unknown kind, those its links name. */
export function portsOf(document: SwarmDocument, id: NodeId): readonly PortSpec[] {
  const node = document.nodes[id];
  if (node === undefined) return [];
  const kind = kindOf(node.kind);
  return kind === undefined ? guessPorts(document, id) : faceOf(kind, node).ports;
}

/** The badge in a node's corner. */
export function badgeOf(node: SwarmNode): string {
  const kind = kindOf(node.kind);
  return kind === undefined ? 'unknown' : faceOf(kind, node).badge;
}

function guessPorts(document: SwarmDocument, id: NodeId): PortSpec[] {
  const ports = new Map<string, PortSpec>();
  const add = (direction: 'in' | 'out', port: string): void => {
    ports.set(`${direction}/${port}`, {
      id: port,
      direction,
      type: 'control',
      label: port,
      help: t`A port of a kind this version does not know.`,
      maxLinks: Number.POSITIVE_INFINITY,
      required: false,
    });
  };
  for (const [, link] of linksOf(document)) {
    if (link.from.node === id) add('out', link.from.port);
    if (link.to.node === id) add('in', link.to.port);
  }
  return [...ports.values()];
}

/** The CSS colour of a port type, and of what it stands for. */
export const portColour = (type: PortType): string => `var(--${type})`;

export function kindColour(kind: string): string {
  const family = kindOf(kind)?.family;
  return family === undefined ? 'var(--text3)' : portColour(FAMILY_TYPE[family]);
}

/** What a node is called: its own name, else its kind's. */
export function nodeTitle(node: SwarmNode): string {
  if (node.name !== undefined && node.name.trim() !== '') return node.name;
  return kindOf(node.kind)?.label ?? node.kind;
}

/** Whether a link carries what a running swarm can be told to stop: between fish, hubs and servers, or into an aggregator. */
export function isRewirable(document: SwarmDocument, id: LinkId): boolean {
  const link = document.links[id];
  const from = link === undefined ? undefined : document.nodes[link.from.node];
  const to = link === undefined ? undefined : document.nodes[link.to.node];
  if (link === undefined || from === undefined || to === undefined) return false;
  const type = portsOf(document, link.from.node).find(
    (port) => port.direction === 'out' && port.id === link.from.port,
  )?.type;
  return (
    (type === 'prediction' || type === 'state' || type === 'weights') &&
    ['fish', 'talk', 'decide'].includes(kindOf(to.kind)?.family ?? '')
  );
}
