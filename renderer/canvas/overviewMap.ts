import type { Box } from './sightLines.ts';

/** The overview in pixels of the screen. */
export const OVERVIEW = { width: 150, height: 92 } as const;
/** Pixels that stay free round what it shows. */
const MARGIN = 5;
const CORNER = 8;

/** A thing as the overview draws it. */
export interface OverviewBox extends Box {
  readonly colour: string;
}

/** Everything of one colour as one path, in flow coordinates. */
export interface OverviewShape {
  readonly colour: string;
  readonly path: string;
}

function rounded({ x, y, width, height }: Box): string {
  const r = Math.min(CORNER, width / 2, height / 2);
  const turn = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  const [across, down] = [width - 2 * r, height - 2 * r];
  return [
    `M${x + r} ${y}`,
    `h${across}`,
    turn(r, r),
    `v${down}`,
    turn(-r, r),
    `h${-across}`,
    turn(-r, -r),
    `v${-down}`,
    turn(r, -r),
    'z',
  ].join('');
}

/** The boxes as few paths, in the order in which their colours come first: what lies behind is given first. */
export function overviewShapes(boxes: readonly OverviewBox[]): readonly OverviewShape[] {
  const paths = new Map<string, string[]>();
  for (const box of boxes) {
    const own = paths.get(box.colour);
    if (own === undefined) paths.set(box.colour, [rounded(box)]);
    else own.push(rounded(box));
  }
  return [...paths].map(([colour, parts]) => ({ colour, path: parts.join('') }));
}

/** The least box that holds all; null of none. */
export function boundsOf(boxes: readonly Box[]): Box | null {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** How flow coordinates lie on the overview: pixels are `scale * x + left`, `scale * y + top`. */
export interface OverviewMap {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  /** What is in view, in pixels of the overview. */
  readonly view: Box;
}

/** Shows the swarm and the part of the canvas that is in view, whichever reaches farther, in the middle. */
export function overviewMap(bounds: Box | null, pane: Box): OverviewMap {
  const shown = boundsOf(bounds === null ? [pane] : [bounds, pane]) ?? pane;
  const scale = Math.min(
    (OVERVIEW.width - 2 * MARGIN) / Math.max(1, shown.width),
    (OVERVIEW.height - 2 * MARGIN) / Math.max(1, shown.height),
  );
  const left = OVERVIEW.width / 2 - scale * (shown.x + shown.width / 2);
  const top = OVERVIEW.height / 2 - scale * (shown.y + shown.height / 2);
  const view = {
    x: scale * pane.x + left,
    y: scale * pane.y + top,
    width: scale * pane.width,
    height: scale * pane.height,
  };
  return { scale, left, top, view };
}
