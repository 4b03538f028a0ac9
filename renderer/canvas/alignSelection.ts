import type { NodeId } from '#engine/core/brand.ts';
import { moveNodes } from '../documents/graphEdits.ts';
import { currentTab } from '../documents/store.ts';
import { useCanvas } from './canvasStore.ts';
import type { FlowNode } from './flow/flowNode.ts';

export interface Box {
  readonly id: NodeId;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const sizeOf = (node: FlowNode | undefined): { width: number; height: number } => ({
  width: node?.measured?.width ?? 196,
  height: node?.measured?.height ?? 110,
});

/** Nodes of the active document with their places and measured sizes. */
function boxesOf(ids: readonly NodeId[]): Box[] {
  const document = currentTab()?.document;
  const { flow } = useCanvas.getState();
  return ids.flatMap((id) => {
    const at = document?.nodes[id]?.position;
    return at === undefined ? [] : [{ id, ...at, ...sizeOf(flow?.getNode(id)) }];
  });
}

/** Moves the selected nodes as `place` says, as one step. */
export function alignSelection(label: string, place: (boxes: readonly Box[]) => readonly Box[]): void {
  moveNodes(
    place(boxesOf(currentTab()?.selection.nodes ?? [])).map(({ id, x, y }) => ({
      id,
      x: Math.round(x),
      y: Math.round(y),
    })),
    label,
  );
}

/** Spreads boxes along an axis with equal gaps between the first and the last. */
export function distribute(boxes: readonly Box[], axis: 'x' | 'y'): Box[] {
  const size = axis === 'x' ? 'width' : 'height';
  const sorted = boxes.toSorted((a, b) => a[axis] - b[axis]);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined || sorted.length < 3) return [...boxes];
  const inner = sorted.reduce((sum, box) => sum + box[size], 0);
  const gap = (last[axis] + last[size] - first[axis] - inner) / (sorted.length - 1);
  let at = first[axis];
  return sorted.map((box) => {
    const moved = { ...box, [axis]: at };
    at += box[size] + gap;
    return moved;
  });
}
