/** A rectangle on the screen of the canvas, in pixels. */
export interface ScreenBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly side: 'top' | 'bottom';
  readonly align: 'start' | 'center' | 'end';
}

/** Over its middle, if nothing speaks for another place. */
const PLACES: readonly Place[] = (['center', 'start', 'end'] as const).flatMap((align) =>
  (['top', 'bottom'] as const).map((side) => ({ side, align })),
);
/** What is out of sight counts more than what covers another node. */
const OUTSIDE = 3;

/**
 * Where a bar goes beside a node: over it, under it, and there in its middle or along one of its sides, so that it covers least of
 * the other nodes and lies in sight.
 *
 * @param gap pixels between the node and the bar
 */
export function freePlace(
  node: ScreenBox,
  bar: { readonly width: number; readonly height: number },
  others: Iterable<ScreenBox>,
  canvas: { readonly width: number; readonly height: number },
  gap: number,
): Place {
  const leftOf = { center: (node.width - bar.width) / 2, start: 0, end: node.width - bar.width };
  const topOf = { top: -gap - bar.height, bottom: node.height + gap };
  const whole = { x: 0, y: 0, width: canvas.width, height: canvas.height };
  const costs = PLACES.map(() => 0);
  const boxes = PLACES.map(({ side, align }) => ({
    ...bar,
    x: node.x + leftOf[align],
    y: node.y + topOf[side],
  }));
  boxes.forEach((box, at) => {
    costs[at] = OUTSIDE * (bar.width * bar.height - shared(box, whole));
  });
  for (const other of others)
    boxes.forEach((box, at) => {
      costs[at] = (costs[at] ?? 0) + shared(box, other);
    });
  return PLACES[costs.indexOf(Math.min(...costs))]!; // one of the costs is the least
}

/** Square pixels that lie in both. */
function shared(a: ScreenBox, b: ScreenBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
