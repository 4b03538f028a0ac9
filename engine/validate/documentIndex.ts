import type { LinkId, NodeId } from '../core/brand.ts';
import type { Task } from '../data/types.ts';
import { goalTask, linksOf, nodesOf } from '../document/graph.ts';
import { compareIds } from '../document/order.ts';
import type { SwarmDocument, SwarmLink, SwarmNode } from '../document/schema.ts';
import type { NodeContext, NodeKind, PortSpec } from '../nodes/kind.ts';
import { kindOf } from '../nodes/registry.ts';

export interface LinkEntry {
  readonly id: LinkId;
  readonly link: SwarmLink;
}

/** A node with its kind, its links and its ports looked up. */
export interface NodeEntry {
  readonly id: NodeId;
  readonly node: SwarmNode;
  /** What to call it in a sentence: its name or id, in quotation marks. */
  readonly title: string;
  readonly kind: NodeKind | undefined;
  /** Checked by the kind's schema; null where they do not fit it. */
  readonly params: Record<string, unknown> | null;
  readonly ports: readonly PortSpec[];
  readonly incoming: readonly LinkEntry[];
  readonly outgoing: readonly LinkEntry[];
}

/** A document looked up once, in canonical order. */
export interface DocumentIndex {
  readonly document: SwarmDocument;
  readonly task: Task | null;
  readonly nodes: ReadonlyMap<NodeId, NodeEntry>;
  /** The same by kind. */
  readonly byKind: ReadonlyMap<string, readonly NodeEntry[]>;
  readonly links: readonly LinkEntry[];
}

export function indexDocument(document: SwarmDocument): DocumentIndex {
  const links = linksOf(document)
    .map(([id, link]) => ({ id, link }))
    .toSorted((a, b) => compareIds(a.id, b.id));
  const incoming = Map.groupBy(links, ({ link }) => link.to.node);
  const outgoing = Map.groupBy(links, ({ link }) => link.from.node);
  const nodes = new Map<NodeId, NodeEntry>();
  for (const [id, node] of nodesOf(document).toSorted(([a], [b]) => compareIds(a, b))) {
    const kind = kindOf(node.kind);
    const checked = kind?.schema.safeParse(node.params);
    const params = checked?.success ? checked.data : null;
    nodes.set(id, {
      id,
      node,
      title: `"${node.name === undefined || node.name === '' ? id : node.name}"`,
      kind,
      params,
      ports: kind?.ports(params ?? kind.schema.parse({})) ?? [],
      incoming: incoming.get(id) ?? [],
      outgoing: outgoing.get(id) ?? [],
    });
  }
  const byKind = Map.groupBy(nodes.values(), ({ node }) => node.kind);
  return { document, task: goalTask(document), nodes, byKind, links };
}

/** What a kind's own validation and lowering get; null where the parameters do not fit. */
export function contextOf(
  index: DocumentIndex,
  entry: NodeEntry,
): NodeContext<Record<string, unknown>> | null {
  const { id, node, params, incoming, outgoing } = entry;
  return params === null
    ? null
    : { id, node, params, document: index.document, task: index.task, incoming, outgoing };
}

export function portOf(entry: NodeEntry, direction: PortSpec['direction'], id: string): PortSpec | undefined {
  return entry.ports.find((port) => port.direction === direction && port.id === id);
}

/** Entries of one kind or several, in canonical order. */
export function entriesOf(index: DocumentIndex, ...kinds: readonly string[]): NodeEntry[] {
  const found = kinds.flatMap((kind) => index.byKind.get(kind) ?? []);
  return kinds.length === 1 ? found : found.toSorted((a, b) => compareIds(a.id, b.id));
}
