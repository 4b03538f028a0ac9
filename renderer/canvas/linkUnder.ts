import type { LinkId } from '#engine/core/brand.ts';
import { useCanvas } from './canvasStore.ts';
import type { FlowNode } from './flow/flowNode.ts';

/** The link that lies under the pointer, or under the middle of a node (above and below it, too). */
export function linkUnder(
  pointer: { readonly clientX: number; readonly clientY: number },
  node?: FlowNode,
): LinkId | null {
  const points = [{ x: pointer.clientX, y: pointer.clientY }];
  const { flow } = useCanvas.getState();
  if (node !== undefined && flow !== null) {
    const { width = 196, height = 110 } = node.measured ?? {};
    for (const part of [0.5, 0.25, 0.75])
      points.push(
        flow.flowToScreenPosition({ x: node.position.x + width / 2, y: node.position.y + height * part }),
      );
  }
  for (const { x, y } of points) {
    for (const element of document.elementsFromPoint(x, y)) {
      const id = element.closest<SVGElement>('.react-flow__edge')?.dataset.id;
      if (id !== undefined) return id as LinkId; // flow ids of edges are link ids
    }
  }
  return null;
}
