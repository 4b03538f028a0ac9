import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { wantsLessMotion } from '../settings/settings.ts';
import { useCanvas } from './canvasStore.ts';

/** Frames to wait for what was just added to be drawn. */
const PATIENCE = 12;

/** Whether a box or dialogue has the focus: one that opened meanwhile keeps it. */
export const isFocusInDialog = (): boolean =>
  document.activeElement !== null && document.activeElement.closest('[role="dialog"]') !== null;

function focusWhenDrawn(selector: string, left = PATIENCE): void {
  const element = useCanvas.getState().element?.querySelector<HTMLElement | SVGElement>(selector);
  // Not measured yet: it is hidden, and what is hidden takes no focus.
  const isDrawn =
    element !== null && element !== undefined && getComputedStyle(element).visibility !== 'hidden';
  if (isDrawn && !isFocusInDialog()) element.focus({ preventScroll: true });
  else if (left > 0) requestAnimationFrame(() => focusWhenDrawn(selector, left - 1));
}

export const focusNode = (id: NodeId): void => focusThing(id);

/** Gives a node, group or comment, by its id on the canvas, the keyboard's focus, and moves it into view if it is out of it. */
export function focusThing(id: string): void {
  const { flow, element } = useCanvas.getState();
  focusWhenDrawn(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
  const node = flow?.getInternalNode(id);
  const box = element?.getBoundingClientRect();
  if (flow === null || node === undefined || box === undefined) return;
  const { x, y } = node.internals.positionAbsolute;
  const { width = 196, height = 110 } = node.measured;
  const start = flow.flowToScreenPosition({ x, y });
  const end = flow.flowToScreenPosition({ x: x + width, y: y + height });
  const inView = start.x >= box.left && end.x <= box.right && start.y >= box.top && end.y <= box.bottom;
  if (!inView)
    void flow.setCenter(x + width / 2, y + height / 2, { zoom: flow.getZoom(), duration: glide() });
}

export const focusLink = (id: LinkId): void =>
  focusWhenDrawn(`.react-flow__edge[data-id="${CSS.escape(id)}"]`);

/** The canvas itself, where no node has the focus. */
export const focusCanvas = (): void =>
  useCanvas.getState().element?.querySelector<HTMLElement>('.react-flow')?.focus({ preventScroll: true });

/** Whether the keyboard's focus is on the canvas, or on nothing. */
export function isOnCanvas(target: EventTarget | null = document.activeElement): boolean {
  if (target === null || target === document.body) return true;
  return target instanceof Element && useCanvas.getState().element?.contains(target) === true;
}

/** Milliseconds of a movement of the view; none where the person asked for less motion. */
export const glide = (): number => (wantsLessMotion() ? 0 : 250);
