import { type Direction, STEP_OF } from './direction.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How much a step to the side counts against one ahead. */
const ASIDE = 2;

/** Which of `others` an arrow from `from` leads to: the nearest ahead, straight ahead before askew; null: none is ahead. */
export function neighbour<T extends Point>(
  from: Point,
  others: readonly T[],
  direction: Direction,
): T | null {
  const step = STEP_OF[direction];
  let best: T | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const other of others) {
    const [dx, dy] = [other.x - from.x, other.y - from.y];
    const ahead = dx * step.x + dy * step.y;
    if (ahead <= 0) continue;
    const aside = Math.abs(dx * step.y) + Math.abs(dy * step.x);
    // What lies more to the side than ahead comes after everything that does not.
    const far = ahead + ASIDE * aside + (aside > ahead * 1.6 ? 1e6 : 0);
    if (far < least) [best, least] = [other, far];
  }
  return best;
}

/** Rows from the top, each from the left: nodes within `row` of each other in height are one row. */
export function readingOrder<T extends Point>(points: readonly T[], row = 60): T[] {
  const sorted = points.toSorted((a, b) => a.y - b.y);
  const rows: T[][] = [];
  for (const point of sorted) {
    const last = rows.at(-1);
    if (last !== undefined && point.y - last[0]!.y < row)
      last.push(point); // rows are never empty
    else rows.push([point]);
  }
  return rows.flatMap((one) => one.toSorted((a, b) => a.x - b.x));
}
