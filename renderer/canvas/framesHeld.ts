import type { NodeChange, ReactFlowState } from '@xyflow/react';
import type { FlowEdge, FlowNode } from './flow/flowNode.ts';
import { thingOf } from './flowIds.ts';

type Library = Pick<
  ReactFlowState<FlowNode, FlowEdge>,
  'userSelectionActive' | 'userSelectionRect' | 'transform' | 'nodeLookup'
>;

/**
 * Whether a selection by a drawn box takes a node: frames only where the box holds all of one, since a box that chooses nodes
 * in a frame always touches the frame.
 */
export function framesHeld({
  userSelectionActive,
  userSelectionRect: box,
  transform: [left, top, zoom],
  nodeLookup,
}: Library): (change: NodeChange<FlowNode>) => boolean {
  return (change) => {
    if (change.type !== 'select' || !change.selected || !userSelectionActive || box === null) return true;
    if (thingOf(change.id).kind !== 'group') return true;
    const node = nodeLookup.get(change.id);
    if (node?.type !== 'frame') return true;
    const x = node.position.x * zoom + left;
    const y = node.position.y * zoom + top;
    const width = (node.width ?? 0) * zoom;
    const height = (node.height ?? 0) * zoom;
    return x >= box.x && y >= box.y && x + width <= box.x + box.width && y + height <= box.y + box.height;
  };
}
