import type { Box } from './arc.ts';

type Size = Pick<Box, 'width' | 'height'>;

export interface Place {
  readonly side: 'top' | 'bottom' | 'left' | 'right';
  readonly align: 'start' | 'center' | 'end';
}

/** Where the first bar goes that covers nothing, or else the one that covers least. */
export interface FreePlace extends Place {
  /** Which of the bars it is. */
  readonly bar: number;
  /** Whether it lies over something, or partly out of sight. */
  readonly covers: boolean;
}

/** Over its middle, if nothing speaks for another place. */
const PLACES: readonly Place[] = [
  ...(['center', 'start', 'end'] as const).flatMap((align) =>
    (['top', 'bottom'] as const).map((side) => ({ side, align })),
  ),
  ...(['center', 'start', 'end'] as const).flatMap((align) =>
    (['right', 'left'] as const).map((side) => ({ side, align })),
  ),
];
/** What is out of sight counts more than what covers something. */
const OUTSIDE = 3;

/**
 * Where a bar goes beside a node: over it, under it or at its side, there in its middle or along an edge, so that it covers least
 * of what else is there and lies in sight.
 *
 * @param bars the forms it may have, the best first; a later one is taken if only that covers nothing
 * @param canvas what is in sight, in pixels, like the rest
 * @param gap pixels between the node and the bar
 */
export function freePlace(
  node: Box,
  bars: readonly Size[],
  others: readonly Box[],
  canvas: Box,
  gap: number,
): FreePlace {
  let best: FreePlace = { side: 'top', align: 'center', bar: 0, covers: true };
  let least = Infinity;
  for (const [bar, size] of bars.entries())
    for (const place of PLACES) {
      const box = boxAt(node, size, place, gap);
      let cost = OUTSIDE * (size.width * size.height - shared(box, canvas));
      for (const other of others) cost += shared(box, other);
      if (cost < 1) return { ...place, bar, covers: false };
      if (cost >= least) continue;
      least = cost;
      best = { ...place, bar, covers: true };
    }
  return best;
}

function boxAt(node: Box, { width, height }: Size, { side, align }: Place, gap: number): Box {
  const along = (start: number, whole: number, own: number): number =>
    start + (align === 'start' ? 0 : align === 'end' ? whole - own : (whole - own) / 2);
  if (side === 'top' || side === 'bottom')
    return {
      x: along(node.x, node.width, width),
      y: side === 'top' ? node.y - gap - height : node.y + node.height + gap,
      width,
      height,
    };
  return {
    x: side === 'left' ? node.x - gap - width : node.x + node.width + gap,
    y: along(node.y, node.height, height),
    width,
    height,
  };
}

/** Square pixels that lie in both. */
function shared(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
