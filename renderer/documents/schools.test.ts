import fc from 'fast-check';
import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import type { NodeId } from '#engine/core/brand.ts';
import { buildSwarm } from '#engine/document/build.testing.ts';
import { nodesOf } from '#engine/document/graph.ts';
import { normalize } from '#engine/document/normalize.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { serialize } from '#engine/document/serialize.ts';
import { validate } from '#engine/validate/validate.ts';
import { foldInto, foldRefusal } from './foldFish.ts';
import { unfoldInto, unfoldRefusal } from './unfoldSchool.ts';

const [school, lone] = ['school', 'lone'] as NodeId[] as [NodeId, NodeId];

/** A school and a single fish that sense each other, one fault on some of the school. */
const swarm = (count: number, struck: string): SwarmDocument =>
  buildSwarm(
    {
      data: ['dataset'],
      part: ['shard'],
      school: ['fish', { count, learningRate: 0.004 }],
      lone: ['fish'],
      mean: ['average'],
      fault: ['fault', { fish: struck }],
      goal: ['goal'],
    },
    [
      'data.examples -> part.examples',
      'part.examples -> school.examples',
      'part.examples -> lone.examples',
      'school.state -> lone.state',
      'school.prediction -> mean.prediction',
      'lone.prediction -> mean.prediction',
      'fault.control -> school.control',
      'mean.prediction -> goal.prediction',
    ],
  );

const unfolded = (document: SwarmDocument): { document: SwarmDocument; fish: NodeId[] } => {
  let fish: NodeId[] = [];
  const open = produce(document, (draft) => {
    fish = unfoldInto(draft, school);
  });
  return { document: open, fish };
};

describe('schools', () => {
  it('unfold into fish with their settings and links, and fold back into the same document', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }),
        fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
        (count, numbers) => {
          const inRange = [...new Set(numbers.filter((one) => one <= count))].toSorted((a, b) => a - b);
          const all = inRange.length === 0 || inRange.length === count;
          const document = swarm(count, all ? 'all' : inRange.join(', '));
          const { document: open, fish } = unfolded(document);
          expect(fish).toEqual(Array.from({ length: count }, (_, index) => `school-${index + 1}`));
          expect(fish.map((id) => open.nodes[id]?.name)).toEqual(
            fish.map((_, index) => `school ${index + 1}`),
          );
          expect(fish.every((id) => open.nodes[id]?.params.learningRate === 0.004)).toBe(true);
          const codes = (one: SwarmDocument) => validate(one).map(({ code, severity }) => [code, severity]);
          expect(codes(open)).toEqual(codes(document));
          const struck = Object.values(open.links).filter(({ from }) => from.node === 'fault');
          expect(struck).toHaveLength(all ? count : inRange.length);
          expect(foldRefusal(open, fish)).toBeNull();
          const back = structuredClone(
            produce(open, (draft) => {
              expect(foldInto(draft, fish)).toBe(school);
            }),
          );
          const { name: _, ...node } = back.nodes[school]!;
          back.nodes[school] = node;
          // What stood in the way made room; see makeRoom.test.ts.
          for (const [id, { position }] of nodesOf(document)) back.nodes[id]!.position = position;
          expect(serialize(back)).toBe(serialize(normalize(document)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leave a fault that strikes others, too, to these, and strike by a copy', () => {
    const document = swarm(3, '2');
    document.links = {
      ...document.links,
      ...buildSwarm({}, []).links,
      'link-9': { ...Object.values(document.links)[6]!, to: { node: lone, port: 'control' } },
    } as SwarmDocument['links']; // a link of the same form
    const { document: open } = unfolded(document);
    expect(open.nodes['fault' as NodeId]?.params.fish).toBe('2');
    expect(open.nodes['fault-1' as NodeId]?.params.fish).toBe('all');
    expect(Object.values(open.links).filter(({ from }) => from.node === 'fault-1')).toMatchObject([
      { to: { node: 'school-2' } },
    ]);
  });

  it('say why they cannot unfold', () => {
    expect(unfoldRefusal(swarm(1, 'all'), school)).toMatch(/single fish/);
    expect(unfoldRefusal(swarm(4, 'all'), 'mean' as NodeId)).toMatch(/Only a school/);
    const schooling = swarm(4, 'all');
    schooling.nodes[school]!.params.cohesion = 0.5;
    expect(unfoldRefusal(schooling, school)).toMatch(/rules of schooling/);
  });

  it('say why fish cannot fold: differing settings, links, links among them, other kinds', () => {
    const { document, fish } = unfolded(swarm(3, 'all'));
    const [a, b] = fish as [NodeId, NodeId, NodeId];
    expect(foldRefusal(document, [a])).toMatch(/at least two/);
    expect(foldRefusal(document, [a, 'mean' as NodeId])).toMatch(/no fish/);
    const other = structuredClone(document);
    other.nodes[b]!.params.dropout = 0.4;
    expect(foldRefusal(other, [a, b])).toMatch(/differ in “Dropout” \(0\.1 and 0\.4\)/);
    const apart = structuredClone(document);
    const [id] = Object.entries(apart.links).find(
      ([, { from }]) => from.node === b && from.port === 'state',
    )!;
    delete apart.links[id as keyof typeof apart.links];
    expect(foldRefusal(apart, [a, b])).toMatch(/not linked alike: look at their links with lone|with Fish/);
    const joined = structuredClone(document);
    Object.assign(joined.links, {
      x: { from: { node: a, port: 'state' }, to: { node: b, port: 'state' }, params: {} },
    });
    expect(foldRefusal(joined, [a, b])).toMatch(/linked to/);
  });
});
