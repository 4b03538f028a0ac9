import { getViewportForBounds } from '@xyflow/react';
import type { Box } from './alignSelection.ts';
import { FARTHEST } from './canvasSettings.ts';

type Padding = Readonly<Record<'top' | 'right' | 'bottom' | 'left', `${number}px`>>;

/** Room for what lies over the canvas: a notice above, the cost below. */
const USUAL: Padding = { top: '54px', right: '20px', bottom: '60px', left: '20px' };
/** The same within a group, where a line says which one it is, and a notice may lie below it. */
const WITHIN: Padding = { ...USUAL, top: '92px' };
/** What the overview and the zoom buttons in the corner take. */
const ABOVE_CORNER = '122px';
/** The corner's own size, with its margins. */
const CORNER = { width: 216, height: 116 };

/** The room round the swarm that keeps every node from under the overview and the buttons beside it. */
export function fitPadding(
  boxes: readonly Omit<Box, 'id'>[],
  { width, height }: { readonly width: number; readonly height: number },
  maxZoom: number,
  isWithin: boolean,
): Padding {
  const usual = isWithin ? WITHIN : USUAL;
  if (boxes.length === 0 || width <= 0 || height <= 0) return usual;
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bounds = {
    x: left,
    y: top,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - left,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - top,
  };
  const view = getViewportForBounds(bounds, width, height, FARTHEST, maxZoom, usual);
  const isUnderCorner = boxes.some(
    (box) =>
      (box.x + box.width) * view.zoom + view.x > width - CORNER.width &&
      (box.y + box.height) * view.zoom + view.y > height - CORNER.height,
  );
  return isUnderCorner ? { ...usual, bottom: ABOVE_CORNER } : usual;
}
