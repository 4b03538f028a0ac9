import type { NodeId } from '../core/brand.ts';
import { randomStream } from '../core/random.ts';
import type { SwarmLink } from './schema.ts';

/** A link between two fish nodes: `to` hears `from`. */
export interface TopologyLink {
  readonly from: NodeId;
  readonly to: NodeId;
}

/** Shapes of networks among fish. All but `random` and `star` link every pair they link both ways. */
export type Topology =
  | { readonly shape: 'ring' }
  /** Each hears those `offsets` places before and after it on a circle. */
  | { readonly shape: 'circulant'; readonly offsets: readonly number[] }
  /** Rows as near to a square as the number of fish allows; `wrap` joins the edges (a torus). */
  | { readonly shape: 'grid'; readonly wrap: boolean }
  /** Watts & Strogatz 1998. `neighbours`: on a circle, even; `rewired`: probability that a link goes elsewhere. */
  | { readonly shape: 'small-world'; readonly neighbours: number; readonly rewired: number }
  /** Each hears `degree` others, drawn at random. */
  | { readonly shape: 'random'; readonly degree: number }
  /** The first is the centre; it hears all and all hear it. */
  | { readonly shape: 'star' }
  | { readonly shape: 'full' };

/**
 * The links of a topology over these fish, in their order, without duplicates and without links to oneself. Equal arguments
 * give equal links. With fewer than two fish there are none.
 */
export function topologyLinks(fish: readonly NodeId[], topology: Topology, seed = 1): TopologyLink[] {
  const count = fish.length;
  if (count < 2) return [];
  const links = new Set<number>();
  const hear = (to: number, from: number): void => {
    if (to !== from) links.add(to * count + from);
  };
  const join = (a: number, b: number): void => {
    hear(a, b);
    hear(b, a);
  };
  draw(count, topology, seed, join, hear);
  return [...links]
    .toSorted((a, b) => a - b)
    .map((key) => ({ to: fish[Math.floor(key / count)]!, from: fish[key % count]! })); // keys are made of places
}

type Pair = (a: number, b: number) => void;

function draw(count: number, topology: Topology, seed: number, join: Pair, hear: Pair): void {
  const places = Array.from({ length: count }, (_, i) => i);
  switch (topology.shape) {
    case 'ring':
      for (const i of places) join(i, (i + 1) % count);
      return;
    case 'circulant':
      for (const i of places) {
        for (const offset of topology.offsets) join(i, (((i + offset) % count) + count) % count);
      }
      return;
    case 'grid':
      drawGrid(count, topology.wrap, join);
      return;
    case 'small-world':
      drawSmallWorld(count, topology.neighbours, topology.rewired, seed, join);
      return;
    case 'random': {
      const degree = Math.min(topology.degree, count - 1);
      for (const to of places) {
        const others = randomStream(seed, 'topology', 'random', to).permutation(count - 1);
        for (const other of others.subarray(0, degree)) hear(to, other < to ? other : other + 1);
      }
      return;
    }
    case 'star':
      for (const i of places) join(0, i);
      return;
    case 'full':
      for (const i of places) for (const j of places) hear(i, j);
  }
}

/** Columns: the smallest whole number whose square is at least the count; the last row may be short. */
function drawGrid(count: number, wrap: boolean, join: Pair): void {
  const columns = Math.ceil(Math.sqrt(count));
  for (let i = 0; i < count; i++) {
    const column = i % columns;
    const rowStart = i - column;
    const width = Math.min(columns, count - rowStart);
    if (column + 1 < width) join(i, i + 1);
    else if (wrap && width > 2) join(i, rowStart);
    if (i + columns < count) join(i, i + columns);
    else if (wrap && i >= 2 * columns) join(i, column);
  }
}

/**
 * Watts & Strogatz 1998, "Collective dynamics of small-world networks": a circle on which each is joined to its
 * `neighbours` / 2 next on either side; then each of these links, distance by distance, keeps its one end and goes with
 * probability `rewired` to another it is not joined to yet.
 */
function drawSmallWorld(count: number, neighbours: number, rewired: number, seed: number, join: Pair): void {
  const reach = Math.min(Math.max(1, Math.floor(neighbours / 2)), Math.floor((count - 1) / 2) || 1);
  const joined = Array.from({ length: count }, () => new Set<number>());
  const set = (a: number, b: number): void => {
    joined[a]!.add(b);
    joined[b]!.add(a);
  };
  for (let distance = 1; distance <= reach; distance++) {
    for (let i = 0; i < count; i++) set(i, (i + distance) % count);
  }
  const random = randomStream(seed, 'topology', 'small world');
  for (let distance = 1; distance <= reach; distance++) {
    for (let i = 0; i < count; i++) {
      const old = (i + distance) % count;
      if (!random.chance(rewired) || !joined[i]!.has(old)) continue;
      const free = Array.from(joined.keys()).filter((other) => other !== i && !joined[i]!.has(other));
      if (free.length === 0) continue;
      joined[i]!.delete(old);
      joined[old]!.delete(i);
      set(i, random.choice(free));
    }
  }
  joined.forEach((others, i) => {
    for (const other of others) join(i, other);
  });
}

/**
 * The same as links of a document, from and to the port of a family.
 *
 * @param params of every link; absent: the defaults.
 */
export function topologyDocumentLinks(
  fish: readonly NodeId[],
  family: 'state' | 'prediction' | 'weights',
  topology: Topology,
  params: SwarmLink['params'],
  seed = 1,
): SwarmLink[] {
  return topologyLinks(fish, topology, seed).map(({ from, to }) => ({
    from: { node: from, port: family },
    to: { node: to, port: family },
    params,
  }));
}
