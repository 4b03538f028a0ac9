import type { ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import type { GroupId, NodeId } from '#engine/core/brand.ts';
import { linksOf } from '#engine/document/graph.ts';
import { groupPorts } from '#engine/document/groupPorts.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { overlap } from '../documents/groupPlace.ts';
import type { Moves } from '../documents/moveThings.ts';
import { type View, viewOf } from '../documents/view.ts';
import { commentFlowId, groupFlowId, handleOf, thingOf } from './flowIds.ts';
import { cardSize, nodeSize, type Size } from './nodeSizes.ts';
import { portsOf } from './ports.ts';

/** New places for what is shown of a document, and new sizes for its frames. */
export interface Layout {
  readonly moves: Moves;
  readonly sizes: readonly { readonly id: GroupId; readonly width: number; readonly height: number }[];
}

export interface Sizes {
  readonly node: (id: NodeId) => Size;
  readonly card: (id: GroupId) => Size;
}

const measured: Sizes = { node: nodeSize, card: cardSize };

const portId = (owner: string, direction: 'in' | 'out', port: string): string =>
  `${owner}/${direction}/${port}`;

/** Ports in their order, ways in on the left and ways out on the right. */
const layoutPorts = (
  owner: string,
  ports: readonly { readonly id: string; readonly direction: 'in' | 'out' }[],
): ElkPort[] =>
  ports.map((port, index) => ({
    id: portId(owner, port.direction, port.id),
    width: 1,
    height: 1,
    layoutOptions: {
      'elk.port.side': port.direction === 'in' ? 'WEST' : 'EAST',
      // Clockwise from the top left: ways in count from the bottom.
      'elk.port.index': String(port.direction === 'in' ? 100 - index : index),
    },
  }));

const LAYERED = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.spacing.nodeNode': '36',
  'elk.layered.spacing.nodeNodeBetweenLayers': '90',
};

/** With more nodes than this each is placed in half the time, a little less straight. */
const MOST_STRAIGHT = 300;

const layered = (nodes: number) => ({
  ...LAYERED,
  'elk.layered.nodePlacement.strategy': nodes > MOST_STRAIGHT ? 'LINEAR_SEGMENTS' : 'NETWORK_SIMPLEX',
});

/**
 * What is shown of a document as a graph for the layered layout: data on the left, the goal on the right, frames round what
 * is in them.
 */
export function toLayoutGraph(
  document: SwarmDocument,
  inside: GroupId | null = null,
  sizes: Sizes = measured,
): ElkNode {
  const view = viewOf(document, inside);
  const options = layered(view.nodes.length);
  // A comment behind nodes is a backdrop of theirs and stays; any other gets a place of its own.
  const boxes = [
    ...view.nodes.map((id) => ({ ...(document.nodes[id]?.position ?? { x: 0, y: 0 }), ...sizes.node(id) })),
    ...view.cards.map((id) => ({ ...(document.groups[id]?.position ?? { x: 0, y: 0 }), ...sizes.card(id) })),
  ];
  const loose = view.comments.filter((id) => {
    const comment = document.comments[id];
    if (comment === undefined) return false;
    const box = { ...comment.position, ...comment.size };
    return !boxes.some((other) => overlap(other, box));
  });
  const childrenOf = (group: GroupId | undefined): ElkNode[] => [
    ...view.frames
      .filter((id) => parentIn(document, document.groups[id]?.parent) === group)
      .map((id) => ({
        id: groupFlowId(id),
        layoutOptions: { ...options, 'elk.padding': '[top=44,left=30,bottom=30,right=30]' },
        children: childrenOf(id),
      })),
    ...view.cards
      .filter((id) => parentIn(document, document.groups[id]?.parent) === group)
      .map((id) => ({
        id: groupFlowId(id),
        ...sizes.card(id),
        layoutOptions: { 'elk.portConstraints': 'FIXED_ORDER' },
        ports: layoutPorts(
          groupFlowId(id),
          groupPorts(document, id).map(({ node, port, direction }) => ({
            id: handleOf(node, port),
            direction,
          })),
        ),
      })),
    ...view.nodes
      .filter((id) => parentIn(document, document.nodes[id]?.group) === group)
      .map((id) => ({
        id,
        ...sizes.node(id),
        layoutOptions: { 'elk.portConstraints': 'FIXED_ORDER' },
        ports: layoutPorts(id, portsOf(document, id)),
      })),
    ...loose
      .filter((id) => parentIn(document, document.comments[id]?.group) === group)
      .map((id) => ({ id: commentFlowId(id), ...document.comments[id]?.size })),
  ];
  return {
    id: 'swarm',
    layoutOptions: {
      ...options,
      'elk.spacing.componentComponent': '48',
      // The order of the document decides among equals; across frames ELK 0.12 cannot do this and throws.
      ...(view.frames.length === 0
        ? { 'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES' }
        : { 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' }),
    },
    children: childrenOf(inside ?? undefined),
    edges: linksOf(document).flatMap(([id, { from, to }]) => {
      const source = endOf(document, view, from, 'out');
      const target = endOf(document, view, to, 'in');
      if (source === null || target === null || source.owner === target.owner) return [];
      return [{ id, sources: [source.port], targets: [target.port] }];
    }),
  };
}

/** The group a thing is laid out in: one that is not there is as none. */
function parentIn(document: SwarmDocument, group: GroupId | undefined): GroupId | undefined {
  if (group === undefined || document.groups[group] === undefined) return undefined;
  return group;
}

function endOf(
  document: SwarmDocument,
  view: View,
  { node, port }: { readonly node: NodeId; readonly port: string },
  direction: 'in' | 'out',
): { readonly owner: string; readonly port: string } | null {
  const found = document.nodes[node];
  if (found === undefined) return null;
  const shown = view.shown(found.group);
  if (shown === 'outside') return null;
  if (shown === 'itself') return { owner: node, port: portId(node, direction, port) };
  const owner = groupFlowId(shown.card);
  return { owner, port: portId(owner, direction, handleOf(node, port)) };
}

/** Places from a finished layout, whole numbers, with the top left where that of what is shown was. */
export function fromLayoutGraph(
  document: SwarmDocument,
  graph: ElkNode,
  inside: GroupId | null = null,
): Layout {
  const view = viewOf(document, inside);
  const old = [
    ...view.nodes.flatMap((id) => document.nodes[id]?.position ?? []),
    ...[...view.frames, ...view.cards].flatMap((id) => document.groups[id]?.position ?? []),
  ];
  const children = graph.children ?? [];
  const left = Math.min(...old.map(({ x }) => x)) - Math.min(...children.map(({ x = 0 }) => x));
  const top = Math.min(...old.map(({ y }) => y)) - Math.min(...children.map(({ y = 0 }) => y));
  const nodes: Moves['nodes'][number][] = [];
  const groups: Moves['groups'][number][] = [];
  const comments: Moves['comments'][number][] = [];
  const sizes: Layout['sizes'][number][] = [];
  // Places of children are relative to their frame.
  const read = (all: readonly ElkNode[], x0: number, y0: number): void => {
    for (const { id, x = 0, y = 0, width = 0, height = 0, children: inner } of all) {
      const at = { x: Math.round(x0 + x), y: Math.round(y0 + y) };
      const thing = thingOf(id);
      if (thing.kind === 'node') nodes.push({ id: thing.id, ...at });
      if (thing.kind === 'comment') comments.push({ id: thing.id, ...at });
      if (thing.kind !== 'group') continue;
      groups.push({ id: thing.id, ...at });
      if (inner === undefined) continue;
      sizes.push({ id: thing.id, width: Math.ceil(width), height: Math.ceil(height) });
      read(inner, x0 + x, y0 + y);
    }
  };
  read(children, left, top);
  return { moves: { nodes, groups, comments }, sizes };
}

/** New places for all that is shown, computed in a worker. */
export async function arrange(document: SwarmDocument, inside: GroupId | null): Promise<Layout> {
  const { nodes, frames, cards } = viewOf(document, inside);
  if (nodes.length + frames.length + cards.length === 0)
    return { moves: { nodes: [], groups: [], comments: [] }, sizes: [] };
  const [{ default: Elk }, { default: workerAddress }] = await Promise.all([
    import('elkjs/lib/elk-api.js'),
    import('elkjs/lib/elk-worker.min.js?url'),
  ]);
  const elk = new Elk({ workerFactory: () => new Worker(workerAddress) });
  try {
    return fromLayoutGraph(document, await elk.layout(toLayoutGraph(document, inside)), inside);
  } finally {
    elk.terminateWorker();
  }
}
