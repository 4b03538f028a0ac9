import { type Box, overlap } from './groupPlace.ts';

/** Something that can be moved, by a key of its own. */
export interface Movable {
  readonly key: string;
  readonly box: Box;
}

export interface Shift {
  readonly dx: number;
  readonly dy: number;
}

/** What is pushed keeps this distance, in pixels of the canvas. */
const GAP = 28;

/** What lies on each other, such as a comment behind nodes, moves as one. */
interface Body {
  readonly keys: readonly string[];
  boxes: readonly Box[];
  dx: number;
  dy: number;
}

const wider = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

const moved = (box: Box, dx: number, dy: number): Box => ({ ...box, x: box.x + dx, y: box.y + dy });

const meet = (a: readonly Box[], b: readonly Box[]): boolean =>
  a.some((one) => b.some((other) => overlap(one, other)));

function bodiesOf(things: readonly Movable[]): Body[] {
  let bodies: Body[] = [];
  for (const { key, box } of things) {
    const [touched, others] = [[] as Body[], [] as Body[]];
    for (const body of bodies) (meet(body.boxes, [box]) ? touched : others).push(body);
    const keys = [...touched.flatMap((body) => body.keys), key];
    const boxes = [...touched.flatMap((body) => body.boxes), box];
    bodies = [...others, { keys, boxes, dx: 0, dy: 0 }];
  }
  return bodies;
}

/** Whether they share half of the smaller one, or more. */
export function isMostlyOn(a: Box, b: Box): boolean {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 && 2 * width * height >= Math.min(a.width * a.height, b.width * b.height);
}

type Way = 'right' | 'down';

/** How far a body must go one way until it is clear of a box that it meets. */
const clearance = (body: readonly Box[], box: Box, way: Way): number => {
  const far = wider(box, GAP);
  const met = body.filter((one) => overlap(one, far));
  return Math.max(
    0,
    ...met.map((one) => Math.ceil(way === 'down' ? far.y + far.height - one.y : far.x + far.width - one.x)),
  );
};

/** The shorter way out of a box that grew to the right and down, for who stood on that side of it before. */
function wayOut(body: readonly Box[], before: Box, box: Box): Way {
  const met = body.filter((one) => overlap(one, box));
  const isBelow = met.every(({ y }) => y >= before.y + before.height / 2);
  const isBeside = met.every(({ x }) => x >= before.x + before.width / 2);
  if (isBelow !== isBeside) return isBelow ? 'down' : 'right';
  return clearance(body, box, 'right') < clearance(body, box, 'down') ? 'right' : 'down';
}

/**
 * Who must move, and how far, when a thing grows from `before` to `after` with the same top left corner, so that it covers nobody and
 * nobody covers another that did not: to the right or down, the shorter way, and who is in the way is pushed on. What the thing lay on
 * before, such as a comment behind it, stays; what only touched it does not.
 */
export function pushAside(things: readonly Movable[], before: Box, after: Box): ReadonlyMap<string, Shift> {
  const bodies = bodiesOf(things.filter(({ box }) => !isMostlyOn(box, before)));
  const push = (body: Body, by: number, way: Way): void => {
    const [dx, dy] = way === 'right' ? [by, 0] : [0, by];
    body.dx += dx;
    body.dy += dy;
    body.boxes = body.boxes.map((box) => moved(box, dx, dy));
  };
  /** A part of a body that was clear can come to lie on a box when the rest gets out of the way of another: until none does. */
  const pushOff = (body: Body, boxes: readonly Box[], way: Way): void => {
    while (meet(body.boxes, boxes)) for (const box of boxes) push(body, clearance(body.boxes, box, way), way);
  };
  const waiting: { readonly body: Body; readonly way: Way }[] = [];
  for (const body of bodies) {
    if (!meet(body.boxes, [after])) continue;
    const way = wayOut(body.boxes, before, after);
    pushOff(body, [after], way);
    waiting.push({ body, way });
  }
  // Everybody moves right or down only, each at most past all others.
  for (let turns = 0; turns < 20 * bodies.length; turns += 1) {
    const next = waiting.shift();
    if (next === undefined) break;
    for (const other of bodies) {
      if (other === next.body || !meet(other.boxes, next.body.boxes)) continue;
      pushOff(other, next.body.boxes, next.way);
      waiting.push({ body: other, way: next.way });
    }
  }
  return new Map(
    bodies.flatMap(({ keys, dx, dy }) =>
      dx === 0 && dy === 0 ? [] : keys.map((key) => [key, { dx, dy }] as const),
    ),
  );
}
