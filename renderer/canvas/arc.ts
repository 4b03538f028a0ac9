export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A node on the canvas: its upper left corner and its size. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

const GAP = 4;

/**
 * A curve from one node to another that keeps off links and other arcs: over their tops, and past their sides where one
 * stands above the other. An arc and the one back take different ways.
 */
export function arc(
  from: Box,
  to: Box,
): { readonly path: string; readonly middle: Point; readonly tip: Point } {
  const [a, b] = [centre(from), centre(to)];
  const stacked = Math.abs(a.x - b.x) < (from.width + to.width) / 2;
  const [start, tip, one, two] = stacked ? past(from, to, a, b) : over(from, to, a, b);
  return {
    path: `M ${text(start)} C ${text(one)}, ${text(two)}, ${text(tip)}`,
    // Half way along a cubic: an eighth of each end, three of each control point.
    middle: {
      x: (start.x + tip.x) / 8 + ((one.x + two.x) * 3) / 8,
      y: (start.y + tip.y) / 8 + ((one.y + two.y) * 3) / 8,
    },
    tip,
  };
}

type Curve = readonly [start: Point, tip: Point, one: Point, two: Point];

function over(from: Box, to: Box, a: Point, b: Point): Curve {
  const back = b.x < a.x ? 34 : 0;
  const top = Math.min(from.y, to.y) - 40 - back - Math.min(80, Math.abs(a.x - b.x) / 6);
  return [
    { x: a.x, y: from.y - GAP },
    { x: b.x, y: to.y - GAP },
    { x: a.x, y: top },
    { x: b.x, y: top },
  ];
}

function past(from: Box, to: Box, a: Point, b: Point): Curve {
  const right = b.y > a.y;
  const side = (box: Box): number => (right ? box.x + box.width + GAP : box.x - GAP);
  const bulge = right ? Math.max(side(from), side(to)) + 70 : Math.min(side(from), side(to)) - 70;
  return [
    { x: side(from), y: a.y },
    { x: side(to), y: b.y },
    { x: bulge, y: a.y },
    { x: bulge, y: b.y },
  ];
}

const centre = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });
const text = ({ x, y }: Point): string => `${Math.round(x)} ${Math.round(y)}`;
