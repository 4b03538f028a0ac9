import type { FlowNode } from './flow/flowNode.ts';

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

const ease = (part: number): number => 1 - (1 - part) ** 3;

/**
 * Shows the way of nodes to their new places, frame by frame until `until` (`performance.now()`). Returns how to end it
 * at once, at the end of the way.
 */
export function glideTo(
  next: readonly FlowNode[],
  before: readonly FlowNode[],
  until: number,
  show: (places: Places) => void,
): () => void {
  const start = performance.now();
  const from = new Map(before.map(({ id, position }) => [id, position]));
  const placesAt = (part: number): Places =>
    new Map(
      next.map(({ id, position }) => {
        const old = from.get(id) ?? position;
        return [id, { x: old.x + (position.x - old.x) * part, y: old.y + (position.y - old.y) * part }];
      }),
    );
  let frame: number | null = null;
  const step = (): void => {
    const part = Math.min(1, (performance.now() - start) / Math.max(1, until - start));
    show(placesAt(ease(part)));
    frame = part < 1 ? requestAnimationFrame(step) : null;
  };
  step();
  return () => {
    if (frame === null) return;
    cancelAnimationFrame(frame);
    show(placesAt(1));
  };
}
