import type { Box, Point } from './arc.ts';

/** Where along a link a label is tried, as parts of its way, the best first. */
const TRIED = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/** The point of a link's cubic curve, whose `d` this is, at a part of its way. */
export function pointOf(path: string, part: number): Point | null {
  const [ax, ay, bx, by, cx, cy, dx, dy] = (path.match(/-?\d+(\.\d+)?(e-?\d+)?/g) ?? []).map(Number);
  if (dy === undefined) return null;
  const at = (a = 0, b = 0, c = 0, d = 0): number => {
    const rest = 1 - part;
    return rest ** 3 * a + 3 * rest ** 2 * part * b + 3 * rest * part ** 2 * c + part ** 3 * d;
  };
  return { x: at(ax, bx, cx, dx), y: at(ay, by, cy, dy) };
}

/** Where a label of this size on a link lies on no node: as near to its middle as can be; null where it lies on one everywhere. */
export function clearPoint(
  path: string,
  { width, height }: Pick<Box, 'width' | 'height'>,
  nodes: readonly Box[],
): Point | null {
  for (const part of TRIED) {
    const point = pointOf(path, part);
    if (point === null) return null;
    const isCovered = nodes.some(
      (node) =>
        Math.abs(point.x - node.x - node.width / 2) < (width + node.width) / 2 &&
        Math.abs(point.y - node.y - node.height / 2) < (height + node.height) / 2,
    );
    if (!isCovered) return point;
  }
  return null;
}
