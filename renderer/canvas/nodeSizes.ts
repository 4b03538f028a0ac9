import type { GroupId, NodeId } from '#engine/core/brand.ts';
import { useCanvas } from './canvasStore.ts';
import { groupFlowId } from './flowIds.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A node that the canvas has not drawn yet. */
const USUAL: Size = { width: 196, height: 140 };
/** A collapsed group that it has not drawn yet. */
const CARD: Size = { width: 260, height: 230 };

function measured(flowId: string, otherwise: Size): Size {
  const size = useCanvas.getState().flow?.getNode(flowId)?.measured;
  return { width: size?.width ?? otherwise.width, height: size?.height ?? otherwise.height };
}

/** Size of a node on the canvas, as drawn. */
export const nodeSize = (id: NodeId): Size => measured(id, USUAL);

/** Size of a collapsed group on the canvas. */
export const cardSize = (id: GroupId): Size => measured(groupFlowId(id), CARD);
