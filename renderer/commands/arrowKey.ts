import type { Direction } from '../canvas/direction.ts';

/** The name of the arrow key of a direction. */
export const arrowKey = (direction: Direction): string =>
  `Arrow${direction.charAt(0).toUpperCase()}${direction.slice(1)}`;
