import { describe, expect, it } from 'vitest';
import { buildSwarm } from '#engine/document/build.testing.ts';
import { findThings } from './findThings.ts';

const swarm = buildSwarm({ data: ['dataset'], scout: ['fish'], deep: ['fish'], mean: ['average'] }, [
  'data.examples -> scout.examples',
  'scout.prediction -> mean.prediction',
]);
const named = { ...swarm, nodes: { ...swarm.nodes } };
for (const [id, node] of Object.entries(named.nodes))
  Object.assign(named.nodes, { [id]: { ...node, name: id } });
const found = (text: string) => findThings(named, text).map(({ title }) => title);

describe('finding', () => {
  it('knows nodes by name and by kind, and links by their ends', () => {
    expect(found('scout')[0]).toBe('scout');
    expect(found('fish').slice(0, 2).toSorted()).toEqual(['deep', 'scout']);
    expect(found('scout to mean')[0]).toBe('scout to mean');
    expect(found('zzzz')).toEqual([]);
    expect(found('')).toHaveLength(6);
  });
});
