import { wantsLessMotion } from '../settings/settings.ts';
import { isWithinGroup, useCanvas } from './canvasStore.ts';

/** Kept free at the edges: what lies above, and the cost below. */
const MARGIN = { x: 24, top: 54, topWithin: 92, bottom: 60 };

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How far a stretch has to move to lie within another; as far as it can if it is longer. */
const shift = (from: number, size: number, low: number, high: number): number =>
  from < low || size > high - low ? low - from : Math.min(0, high - (from + size));

/** Moves the view, without zooming, until this place of the canvas is seen whole. */
export function bringIntoView({ x, y, width, height }: Place): void {
  const { flow, element } = useCanvas.getState();
  if (flow === null || element === null) return;
  const view = flow.getViewport();
  const { clientWidth, clientHeight } = element;
  const dx = shift(x * view.zoom + view.x, width * view.zoom, MARGIN.x, clientWidth - MARGIN.x);
  const top = isWithinGroup() ? MARGIN.topWithin : MARGIN.top;
  const dy = shift(y * view.zoom + view.y, height * view.zoom, top, clientHeight - MARGIN.bottom);
  if (dx === 0 && dy === 0) return;
  const moved = { x: view.x + dx, y: view.y + dy, zoom: view.zoom };
  void flow.setViewport(moved, { duration: wantsLessMotion() ? 0 : 200 });
}
