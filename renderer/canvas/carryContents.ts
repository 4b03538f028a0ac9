import type { NodeChange, NodePositionChange } from '@xyflow/react';
import { isWithin } from '#engine/document/groups.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import type { FlowNode } from './flow/flowNode.ts';
import { thingOf } from './flowIds.ts';

/**
 * Changes of the canvas library's nodes with those that follow: what stands in a frame moves with it. Positions on the canvas
 * are absolute, as in the document, so the library does not do this itself.
 */
export function carryContents(
  document: SwarmDocument,
  nodes: readonly FlowNode[],
  changes: NodeChange<FlowNode>[],
): NodeChange<FlowNode>[] {
  const moved = changes.filter((change): change is NodePositionChange => change.type === 'position');
  const frames = moved.filter(({ id }) => thingOf(id).kind === 'group');
  if (frames.length === 0) return changes;
  const own = new Set(moved.map(({ id }) => id));
  const followers: NodeChange<FlowNode>[] = [];
  for (const { id, position, dragging } of frames) {
    const frame = nodes.find((node) => node.id === id);
    const thing = thingOf(id);
    if (frame?.type !== 'frame' || position === undefined || thing.kind !== 'group') continue;
    const by = { x: position.x - frame.position.x, y: position.y - frame.position.y };
    if (by.x === 0 && by.y === 0) continue;
    for (const node of nodes) {
      if (own.has(node.id) || !isWithin(document, groupOf(document, node.id), thing.id)) continue;
      own.add(node.id); // a frame within a frame that moves, too, carries it no further
      followers.push({
        id: node.id,
        type: 'position',
        position: { x: node.position.x + by.x, y: node.position.y + by.y },
        ...(dragging === undefined ? {} : { dragging }),
      });
    }
  }
  return [...changes, ...followers];
}

/** The group that what a node of the canvas stands for is in. */
function groupOf(document: SwarmDocument, flowId: string) {
  const thing = thingOf(flowId);
  switch (thing.kind) {
    case 'node':
      return document.nodes[thing.id]?.group;
    case 'group':
      return document.groups[thing.id]?.parent;
    case 'comment':
      return document.comments[thing.id]?.group;
    case 'boundary':
      return undefined;
  }
}
