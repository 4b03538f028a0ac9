import type { NodeId } from '../core/brand.ts';
import { fishCount } from '../document/graph.ts';
import { groupChain, groupsOf } from '../document/groups.ts';
import type { SwarmDocument } from '../document/schema.ts';
import type { Family, PortSpec, PortType } from '../nodes/kind.ts';
import { indexDocument, type NodeEntry } from '../validate/documentIndex.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DrawnPort {
  readonly direction: PortSpec['direction'];
  readonly id: string;
  readonly type: PortType;
  readonly label: string;
  readonly y: number;
}

/** A node, or a folded group that stands for all in it. */
export interface DrawnCard extends Box {
  readonly id: string;
  readonly title: string;
  readonly badge: string;
  /** Null for a folded group. */
  readonly kind: string | null;
  readonly family: Family | null;
  readonly fish: number;
  readonly ports: readonly DrawnPort[];
}

export interface DrawnSwarm {
  readonly cards: readonly DrawnCard[];
  readonly frames: readonly (Box & { readonly title: string })[];
  readonly links: readonly {
    readonly from: string;
    readonly fromPort: string;
    readonly to: string;
    readonly toPort: string;
    readonly type: PortType;
  }[];
}

const WIDTH = 196;
/** Of the first port and from one to the next, as on the canvas. */
const FIRST_PORT = 36;
const PORT_STEP = 18;

export type SizeOf = (id: NodeId) => { readonly width: number; readonly height: number } | null;

function cardOf(entry: NodeEntry, size: ReturnType<SizeOf>): DrawnCard {
  const { id, node, kind, params, ports } = entry;
  const rows = { in: 0, out: 0 };
  const drawn = ports.map(({ direction, id: port, type, label }) => {
    const y = FIRST_PORT + rows[direction] * PORT_STEP;
    rows[direction] += 1;
    return { direction, id: port, type, label, y };
  });
  const least = FIRST_PORT + Math.max(rows.in, rows.out, 1) * PORT_STEP;
  return {
    ...node.position,
    width: size?.width ?? WIDTH,
    height: Math.max(size?.height ?? least, least),
    id,
    title: node.name === undefined || node.name.trim() === '' ? (kind?.label ?? node.kind) : node.name,
    badge: kind === undefined ? node.kind : kind.badge(params ?? kind.schema.parse({})),
    kind: node.kind,
    family: kind?.family ?? null,
    fish: node.kind === 'fish' ? fishCount(node) : 0,
    ports: drawn,
  };
}

/** What of a document is to be seen, and where: folded groups stand for what is in them. */
export function drawnSwarm(document: SwarmDocument, sizeOf: SizeOf = () => null): DrawnSwarm {
  const index = indexDocument(document);
  const foldedOf = (group: Parameters<typeof groupChain>[1]): string | undefined =>
    groupChain(document, group).findLast((id) => document.groups[id]?.collapsed === true);
  const standsFor = new Map<NodeId, string>();
  const cards: DrawnCard[] = [];
  for (const entry of index.nodes.values()) {
    const folded = foldedOf(entry.node.group);
    standsFor.set(entry.id, folded ?? entry.id);
    if (folded === undefined) cards.push(cardOf(entry, sizeOf(entry.id)));
  }
  const frames: DrawnSwarm['frames'][number][] = [];
  for (const [id, { name, position, size, collapsed, parent }] of groupsOf(document)) {
    if (foldedOf(parent) !== undefined) continue;
    if (!collapsed) frames.push({ ...position, ...size, title: name });
    else {
      const height = FIRST_PORT + PORT_STEP;
      cards.push({
        ...position,
        width: WIDTH,
        height,
        id,
        title: name,
        badge: '',
        kind: null,
        family: null,
        fish: 0,
        ports: [],
      });
    }
  }
  const links = index.links.flatMap(({ link: { from, to } }) => {
    const [source, target] = [standsFor.get(from.node), standsFor.get(to.node)];
    const port = index.nodes
      .get(from.node)
      ?.ports.find(({ direction, id }) => direction === 'out' && id === from.port);
    if (source === undefined || target === undefined || source === target) return [];
    return [
      {
        from: source,
        fromPort: from.port,
        to: target,
        toPort: to.port,
        type: port?.type ?? ('control' as const),
      },
    ];
  });
  return { cards, frames, links };
}
