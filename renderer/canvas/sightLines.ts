export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a canvas shows: the part of it that is in view, and where its nodes stand, in flow coordinates. */
export interface Viewed {
  readonly pane: Box;
  /** null while a node is not measured. */
  readonly boxOf: (id: string) => Box | null;
}

/** What is nearer to the view than this part of it is kept ready. */
const MARGIN = 0.4;

const touches = (pane: Box, box: Box, x: number, y: number): boolean =>
  box.x < pane.x + pane.width + x &&
  box.x + box.width > pane.x - x &&
  box.y < pane.y + pane.height + y &&
  box.y + box.height > pane.y - y;

/** Whether any part is in view. */
export const isSeen = (pane: Box, box: Box): boolean => touches(pane, box, 0, 0);

/** Whether any part is in view or near it. */
export const isNear = (pane: Box, box: Box): boolean =>
  touches(pane, box, MARGIN * pane.width, MARGIN * pane.height);

/** A box that holds the curve of a link between two nodes, which may swing out beyond both. */
export function linkBox(from: Box, to: Box): Box {
  const x = Math.min(from.x, to.x);
  const y = Math.min(from.y, to.y);
  const right = Math.max(from.x + from.width, to.x + to.width);
  const bottom = Math.max(from.y + from.height, to.y + to.height);
  // A curve that goes back swings out by this much; see `calculateControlOffset` of the canvas library.
  const swing = 6.25 * Math.sqrt(right - x);
  return { x: x - swing, y, width: right - x + 2 * swing, height: bottom - y };
}

/** The part of a canvas of this size that is in view at a transform `[x, y, zoom]`, in flow coordinates. */
export const paneAt = (
  [x, y, zoom]: readonly [number, number, number],
  width: number,
  height: number,
): Box => ({ x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom });
