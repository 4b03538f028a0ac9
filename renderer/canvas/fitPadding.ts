import { getViewportForBounds } from '@xyflow/react';
import type { Box } from './alignSelection.ts';
import { FARTHEST } from './canvasSettings.ts';

type Padding = Readonly<Record<'top' | 'right' | 'bottom' | 'left', `${number}px`>>;

/** At the upper edge of the canvas lies a notice. */
const NOTICE = 54;
/** Within a group a line says which one it is, and the notice may lie below it. */
const WITHIN = 38;
/** Over the frame of a group stands its title. */
const TITLE = 22;
/** At the sides, and below, where the cost lies. */
const AROUND = { right: '20px', bottom: '60px', left: '20px' } as const;
/** What the overview and the zoom buttons in the corner take. */
const ABOVE_CORNER = '122px';
/** The corner's own size, with its margins. */
const CORNER = { width: 216, height: 116 };

/** Pixels that a fitted swarm leaves free above. */
export const roomAbove = ({ isWithin, hasFrames }: { isWithin: boolean; hasFrames: boolean }): number =>
  NOTICE + (isWithin ? WITHIN : 0) + (hasFrames ? TITLE : 0);

/** The room round the swarm that keeps every node from under the overview and the buttons beside it; `above`: see `roomAbove`. */
export function fitPadding(
  boxes: readonly Omit<Box, 'id'>[],
  { width, height }: { readonly width: number; readonly height: number },
  maxZoom: number,
  above: number,
): Padding {
  const usual: Padding = { ...AROUND, top: `${above}px` };
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
