import type { SwarmDocument, SwarmNode } from '#engine/document/schema.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Height of a card on the canvas while a swarm runs, which is when most is on it. */
const HEIGHTS: Readonly<Record<string, number>> = {
  fish: 124,
  dataset: 92,
  evolve: 104,
  probe: 74,
  organise: 74,
  reinforce: 74,
  shard: 80,
  fault: 82,
  goal: 60,
};
const AGGREGATOR = 112;
/** Half the height of the line of a group's name, which stands on its frame and may be longer than that. */
const LABEL = 12;
const labelWidth = (name: string): number => 100 + 8 * name.length;

export const cardOf = ({ kind, position }: SwarmNode): Box => ({
  ...position,
  width: kind === 'goal' ? 184 : 196,
  height: HEIGHTS[kind] ?? AGGREGATOR,
});

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const inside = (inner: Box, outer: Box): boolean =>
  inner.x > outer.x &&
  inner.y > outer.y &&
  inner.x + inner.width < outer.x + outer.width &&
  inner.y + inner.height < outer.y + outer.height;

/** Where cards lie on each other or on a group's name, or do not lie wholly within their group, or within another. */
export function collisions({ nodes, groups }: SwarmDocument): string[] {
  const cards = Object.entries(nodes).map(([id, node]) => ({ id, group: node.group, box: cardOf(node) }));
  const frames = Object.entries(groups).map(([id, { name, position, size, parent }]) => ({
    id,
    name,
    parent,
    box: { ...position, ...size },
  }));
  const found: string[] = [];
  cards.forEach(({ id, box, group }, i) => {
    for (const other of cards.slice(i + 1)) if (overlap(box, other.box)) found.push(`${id} on ${other.id}`);
    const own = new Set<string>();
    for (let at = group; at !== undefined; at = groups[at]?.parent) own.add(at);
    for (const frame of frames) {
      if (own.has(frame.id) && !inside(box, frame.box)) found.push(`${id} sticks out of ${frame.id}`);
      if (!own.has(frame.id) && overlap(box, frame.box)) found.push(`${id} lies in ${frame.id}`);
      const width = Math.max(frame.box.width, labelWidth(frame.name));
      const label = { ...frame.box, width, y: frame.box.y - LABEL, height: 2 * LABEL };
      if (overlap(box, label)) found.push(`${id} on the name of ${frame.id}`);
    }
  });
  for (const { id, parent, box } of frames) {
    const outer = frames.find((frame) => frame.id === parent);
    if (outer !== undefined && !inside(box, outer.box)) found.push(`${id} sticks out of ${outer.id}`);
  }
  return found;
}
