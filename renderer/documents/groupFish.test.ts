import { expect, it } from 'vitest';
import { largeSwarm } from '../../e2e/largeSwarm.ts';
import { groupFish } from './groupFish.ts';

it('counts the fish of each group, and of the groups within it', () => {
  const swarm = largeSwarm();
  const [first, second] = Object.keys(swarm.groups) as (keyof typeof swarm.groups)[];
  expect(groupFish(swarm).get(first!)).toBe(5);
  swarm.groups[first!] = { ...swarm.groups[first!]!, parent: second! };
  const nested = { ...swarm, groups: { ...swarm.groups } };
  expect(groupFish(nested).get(second!)).toBe(10);
});
