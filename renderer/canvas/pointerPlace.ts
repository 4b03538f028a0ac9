import { canvasCentre, useCanvas } from './canvasStore.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

let pointer: Point | null = null;

/** Where the pointer is over the canvas, in the window; null while it is elsewhere. */
export function setPointer(at: Point | null): void {
  pointer = at;
}

/** Where something is put that the keyboard asked for: at the pointer while it is over the canvas, else in the middle. */
export function placeToPut(): { readonly flow: Point; readonly by: 'pointer' | 'middle' } {
  const { flow } = useCanvas.getState();
  if (pointer === null || flow === null) return { flow: canvasCentre().flow, by: 'middle' };
  return { flow: flow.screenToFlowPosition({ ...pointer }), by: 'pointer' };
}
