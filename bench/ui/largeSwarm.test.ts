import { expect, it } from 'vitest';
import { validate } from '#engine/validate/validate.ts';
import { LARGE, largeSwarm } from '../../e2e/largeSwarm.ts';

it('is a thousand nodes and two thousand links without a problem', () => {
  const swarm = largeSwarm();
  expect(Object.keys(swarm.nodes)).toHaveLength(LARGE.nodes);
  expect(Object.keys(swarm.links)).toHaveLength(LARGE.links);
  expect(Object.values(swarm.nodes).filter(({ kind }) => kind === 'fish')).toHaveLength(LARGE.fish);
  expect(validate(swarm)).toEqual([]);
});
