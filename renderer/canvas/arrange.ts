import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { NodeId } from '#engine/core/brand.ts';
import { linksOf, nodesOf } from '#engine/document/graph.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { useCanvas } from './canvasStore.ts';
import { portsOf } from './ports.ts';

export interface Place {
  readonly id: NodeId;
  readonly x: number;
  readonly y: number;
}

type SizeOf = (id: NodeId) => { readonly width: number; readonly height: number };

const portId = (node: string, direction: 'in' | 'out', port: string): string =>
  `${node}/${direction}/${port}`;

/** The document as a graph for the layered layout: data on the left, the goal on the right, ports in their order. */
export function toLayoutGraph(document: SwarmDocument, sizeOf: SizeOf): ElkNode {
  const known = new Set(nodesOf(document).map(([id]) => id));
  return {
    id: 'swarm',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.spacing.nodeNode': '36',
      'elk.layered.spacing.nodeNodeBetweenLayers': '90',
      'elk.spacing.componentComponent': '48',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    },
    children: nodesOf(document).map(([id]) => ({
      id,
      ...sizeOf(id),
      layoutOptions: { 'elk.portConstraints': 'FIXED_ORDER' },
      ports: portsOf(document, id).map((port, index) => ({
        id: portId(id, port.direction, port.id),
        width: 1,
        height: 1,
        layoutOptions: {
          'elk.port.side': port.direction === 'in' ? 'WEST' : 'EAST',
          // Clockwise from the top left: ways in count from the bottom.
          'elk.port.index': String(port.direction === 'in' ? 100 - index : index),
        },
      })),
    })),
    edges: linksOf(document)
      .filter(([, { from, to }]) => known.has(from.node) && known.has(to.node))
      .map(([id, { from, to }]) => ({
        id,
        sources: [portId(from.node, 'out', from.port)],
        targets: [portId(to.node, 'in', to.port)],
      })),
  };
}

/** Places from a finished layout, whole numbers, with the top left where the document's was. */
export function fromLayoutGraph(document: SwarmDocument, graph: ElkNode): Place[] {
  const old = Object.values(document.nodes).map(({ position }) => position);
  const left = Math.min(...old.map(({ x }) => x));
  const top = Math.min(...old.map(({ y }) => y));
  const children = graph.children ?? [];
  const x0 = Math.min(...children.map(({ x = 0 }) => x));
  const y0 = Math.min(...children.map(({ y = 0 }) => y));
  return children.map(({ id, x = 0, y = 0 }) => ({
    id: id as NodeId, // the ids given in toLayoutGraph
    x: Math.round(left + x - x0),
    y: Math.round(top + y - y0),
  }));
}

const measured: SizeOf = (id) => {
  const node = useCanvas.getState().flow?.getNode(id);
  return { width: node?.measured?.width ?? 196, height: node?.measured?.height ?? 120 };
};

/** New places for every node, computed in a worker. */
export async function arrange(document: SwarmDocument): Promise<readonly Place[]> {
  if (Object.keys(document.nodes).length === 0) return [];
  const [{ default: Elk }, { default: workerAddress }] = await Promise.all([
    import('elkjs/lib/elk-api.js'),
    import('elkjs/lib/elk-worker.min.js?url'),
  ]);
  const elk = new Elk({ workerFactory: () => new Worker(workerAddress) });
  try {
    return fromLayoutGraph(document, await elk.layout(toLayoutGraph(document, measured)));
  } finally {
    elk.terminateWorker();
  }
}
