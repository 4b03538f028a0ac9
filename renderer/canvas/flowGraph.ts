import type { Edge, Node } from '@xyflow/react';
import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { linksOf, nodesOf } from '#engine/document/graph.ts';
import type { SwarmDocument, SwarmGroup, SwarmLink, SwarmNode } from '#engine/document/schema.ts';
import type { PortSpec, PortType } from '#engine/nodes/kind.ts';
import { kindOf } from '#engine/nodes/registry.ts';
import { aboutId } from './NodeAbout.tsx';
import { nodeTitle, portsOf } from './ports.ts';

export type SwarmFlowNode = Node<{ node: SwarmNode; ports: readonly PortSpec[] }, 'swarm'>;
export type GroupFlowNode = Node<{ group: SwarmGroup }, 'group'>;
export type FlowNode = SwarmFlowNode | GroupFlowNode;
export type FlowEdge = Edge<{ link: SwarmLink; type: PortType }, 'swarm'>;

/**
 * The document as the canvas library's nodes. What did not change keeps its identity (`before`), so that only changed
 * nodes render again, and the library's own measurements stay.
 */
export function toFlowNodes(
  document: SwarmDocument,
  selected: ReadonlySet<NodeId>,
  before: readonly FlowNode[],
): FlowNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const groups = Object.entries(document.groups).map(([id, group]): FlowNode => {
    const flowId = `group:${id}`;
    const old = known.get(flowId);
    if (old?.type === 'group' && old.data.group === group) return old;
    return {
      id: flowId,
      type: 'group',
      position: group.position,
      width: group.size.width,
      height: group.size.height,
      data: { group },
      draggable: false,
      selectable: false,
      focusable: false,
      zIndex: -1,
    };
  });
  const nodes = nodesOf(document).map(([id, node]): FlowNode => {
    const old = known.get(id);
    const isSelected = selected.has(id);
    if (old?.type === 'swarm' && old.data.node === node && kindOf(node.kind) !== undefined) {
      if (old.selected === isSelected) return old;
      return { ...old, selected: isSelected, domAttributes: nodeAttributes(id, node.kind, isSelected) };
    }
    return {
      ...(old?.type === 'swarm' ? old : {}),
      id,
      type: 'swarm',
      position: node.position,
      data: { node, ports: portsOf(document, id) },
      selected: isSelected,
      ariaLabel: nodeTitle(node),
      domAttributes: nodeAttributes(id, node.kind, isSelected),
    };
  });
  return [...groups, ...nodes];
}

/** Only what is selected is reached by Tab: from there, and from the canvas itself, keys lead to all others. */
const tabStop = (isSelected: boolean) => ({ tabIndex: isSelected ? 0 : -1 });

const linkAttributes = (isSelected: boolean) => ({
  ...tabStop(isSelected),
  'aria-roledescription': t`link`,
  'aria-describedby': undefined,
});

const nodeAttributes = (id: NodeId, kind: string, isSelected: boolean) => ({
  ...tabStop(isSelected),
  'aria-roledescription': kindOf(kind)?.label ?? kind,
  'aria-describedby': aboutId(id),
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

/** The document's links as edges; those that cannot be drawn are left out (their nodes show the problem). */
export function toFlowEdges(
  document: SwarmDocument,
  selected: ReadonlySet<LinkId>,
  before: readonly FlowEdge[],
): FlowEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]));
  return linksOf(document).flatMap(([id, link]): FlowEdge[] => {
    const from = document.nodes[link.from.node];
    const to = document.nodes[link.to.node];
    const ports = drawnPorts(document, link);
    if (from === undefined || to === undefined || ports === null) return [];
    const { source } = ports;
    const old = known.get(id);
    const isSelected = selected.has(id);
    if (old !== undefined && old.data?.link === link && old.data.type === source.type) {
      if (old.selected === isSelected) return [old];
      return [{ ...old, selected: isSelected, domAttributes: linkAttributes(isSelected) }];
    }
    return [
      {
        id,
        type: 'swarm',
        source: link.from.node,
        sourceHandle: link.from.port,
        target: link.to.node,
        targetHandle: link.to.port,
        data: { link, type: source.type },
        selected: isSelected,
        ariaLabel: t`${source.label} of ${nodeTitle(from)} to ${nodeTitle(to)}`,
        domAttributes: linkAttributes(isSelected),
      },
    ];
  });
}

/** Positions that differ from the document's, after a drag. */
export function movedNodes(
  document: SwarmDocument,
  nodes: readonly FlowNode[],
): readonly { readonly id: NodeId; readonly x: number; readonly y: number }[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'swarm') return [];
    const at = document.nodes[node.id as NodeId]?.position; // flow ids of swarm nodes are node ids
    const x = Math.round(node.position.x);
    const y = Math.round(node.position.y);
    return at === undefined || (at.x === x && at.y === y) ? [] : [{ id: node.id as NodeId, x, y }];
  });
}
