import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeId } from '../core/brand.ts';
import { linkParamsSchema } from './schema.ts';
import { type Topology, type TopologyLink, topologyDocumentLinks, topologyLinks } from './topology.ts';

const fish = (count: number): NodeId[] => Array.from({ length: count }, (_, i) => `f${i}` as NodeId); // tests name nodes

/** How many each one hears, by place. */
function degrees(nodes: readonly NodeId[], links: readonly TopologyLink[]): number[] {
  return nodes.map((id) => links.filter(({ to }) => to === id).length);
}

/** Whether everybody can be reached along links, whichever way they lead. */
function isConnected(nodes: readonly NodeId[], links: readonly TopologyLink[]): boolean {
  const seen = new Set(nodes.slice(0, 1));
  for (let grown = true; grown; ) {
    grown = false;
    for (const { from, to } of links) {
      if (seen.has(from) === seen.has(to)) continue;
      seen.add(from).add(to);
      grown = true;
    }
  }
  return seen.size === nodes.length;
}

const isMutual = (links: readonly TopologyLink[]): boolean =>
  links.every(({ from, to }) => links.some((other) => other.from === to && other.to === from));

const anyTopology: fc.Arbitrary<Topology> = fc.oneof(
  fc.constant<Topology>({ shape: 'ring' }),
  fc.record({
    shape: fc.constant('circulant' as const),
    offsets: fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 4 }),
  }),
  fc.record({ shape: fc.constant('grid' as const), wrap: fc.boolean() }),
  fc.record({
    shape: fc.constant('small-world' as const),
    neighbours: fc.integer({ min: 2, max: 8 }),
    rewired: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({ shape: fc.constant('random' as const), degree: fc.integer({ min: 1, max: 12 }) }),
  fc.constant<Topology>({ shape: 'star' }),
  fc.constant<Topology>({ shape: 'full' }),
);

describe('topologies among fish', () => {
  const ten = fish(10);

  it('a ring gives each two neighbours, a circulant two for each offset', () => {
    expect(degrees(ten, topologyLinks(ten, { shape: 'ring' }))).toEqual(Array(10).fill(2));
    const circulant = topologyLinks(ten, { shape: 'circulant', offsets: [1, 2, 3] });
    expect(degrees(ten, circulant)).toEqual(Array(10).fill(6));
    expect(isMutual(circulant)).toBe(true);
  });

  it('a grid gives corners two, edges three, the middle four; a torus all four', () => {
    const nine = fish(9);
    expect(degrees(nine, topologyLinks(nine, { shape: 'grid', wrap: false }))).toEqual([
      2, 3, 2, 3, 4, 3, 2, 3, 2,
    ]);
    expect(degrees(nine, topologyLinks(nine, { shape: 'grid', wrap: true }))).toEqual(Array(9).fill(4));
  });

  it('a star joins all to the first, a full graph everybody to everybody', () => {
    expect(degrees(ten, topologyLinks(ten, { shape: 'star' }))).toEqual([9, ...Array(9).fill(1)]);
    expect(degrees(ten, topologyLinks(ten, { shape: 'full' }))).toEqual(Array(10).fill(9));
  });

  it('at random each hears as many as asked, others by another seed', () => {
    const links = topologyLinks(ten, { shape: 'random', degree: 3 }, 1);
    expect(degrees(ten, links)).toEqual(Array(10).fill(3));
    expect(topologyLinks(ten, { shape: 'random', degree: 3 }, 2)).not.toEqual(links);
  });

  it('a small world keeps the number of links, and is shorter across than the circle it was', () => {
    const many = fish(60);
    const across = (links: readonly TopologyLink[]): number => {
      const reach = new Map([[many[0]!, 0]]);
      for (const node of reach.keys()) {
        for (const { from, to } of links)
          if (from === node && !reach.has(to)) reach.set(to, reach.get(node)! + 1);
      }
      return Math.max(...reach.values());
    };
    const circle = topologyLinks(many, { shape: 'small-world', neighbours: 4, rewired: 0 });
    const small = topologyLinks(many, { shape: 'small-world', neighbours: 4, rewired: 0.2 });
    expect(degrees(many, circle)).toEqual(Array(60).fill(4));
    expect(small).toHaveLength(circle.length);
    expect(across(circle)).toBe(15);
    expect(across(small)).toBeLessThan(12);
  });

  it('never link a fish to itself or twice, always among the given fish, and the same way each time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14 }), anyTopology, (count, topology) => {
        const nodes = fish(count);
        const links = topologyLinks(nodes, topology, 7);
        expect(new Set(links.map(({ from, to }) => `${from}>${to}`)).size).toBe(links.length);
        for (const { from, to } of links) {
          expect(from).not.toBe(to);
          expect(nodes).toContain(from);
          expect(nodes).toContain(to);
        }
        expect(topologyLinks(nodes, topology, 7)).toEqual(links);
        if (topology.shape !== 'random') expect(isMutual(links)).toBe(true);
        const whole = ['ring', 'grid', 'star', 'full'].includes(topology.shape);
        if (whole && count > 0) expect(isConnected(nodes, links)).toBe(true);
      }),
    );
  });

  it('become links of a document between the ports of a family', () => {
    const params = linkParamsSchema.parse({ strength: 0.5 });
    const links = topologyDocumentLinks(fish(3), 'weights', { shape: 'ring' }, params);
    expect(links).toHaveLength(6);
    expect(links[0]).toEqual({
      from: { node: 'f1', port: 'weights' },
      to: { node: 'f0', port: 'weights' },
      params,
    });
  });
});
