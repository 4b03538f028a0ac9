import type { Box } from './alignSelection.ts';

type Rectangle = Omit<Box, 'id'>;

/** Where dragged nodes can line up: edges and centres of the others, in canvas units. */
export interface SnapLines {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export interface Snap {
  /** How far to move on. */
  readonly dx: number;
  readonly dy: number;
  /** The lines that are met. */
  readonly guides: SnapLines;
}

const lines = (start: number, size: number): readonly number[] => [start, start + size / 2, start + size];

/** The lines of nodes that stay where they are. */
export function snapLines(others: readonly Rectangle[]): SnapLines {
  const x = new Set(others.flatMap((box) => lines(box.x, box.width)));
  const y = new Set(others.flatMap((box) => lines(box.y, box.height)));
  return { x: [...x], y: [...y] };
}

/** How to move `box` so that an edge or its centre meets a line no further than `reach` away, each axis for itself. */
export function snapTo(box: Rectangle, to: SnapLines, reach: number): Snap {
  const x = nearest(lines(box.x, box.width), to.x, reach);
  const y = nearest(lines(box.y, box.height), to.y, reach);
  return { dx: x.shift, dy: y.shift, guides: { x: x.met, y: y.met } };
}

function nearest(
  own: readonly number[],
  others: readonly number[],
  reach: number,
): { shift: number; met: readonly number[] } {
  let shift: number | null = null;
  for (const other of others) {
    for (const line of own) {
      const gap = other - line;
      if (Math.abs(gap) <= reach && (shift === null || Math.abs(gap) < Math.abs(shift))) shift = gap;
    }
  }
  if (shift === null) return { shift: 0, met: [] };
  const moved = own.map((line) => line + (shift ?? 0));
  return { shift, met: others.filter((other) => moved.some((line) => Math.abs(line - other) < 0.01)) };
}
