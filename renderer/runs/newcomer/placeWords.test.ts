import { expect, it } from 'vitest';
import { buildSwarm } from '#engine/document/build.testing.ts';
import { examplesOf, placeWords } from './placeWords.ts';

const swarm = buildSwarm(
  {
    data: ['dataset'],
    ann: ['fish'],
    bob: ['fish'],
    lone: ['fish'],
    mean: ['average'],
    evolve: ['evolve'],
    goal: ['goal'],
  },
  [
    'data.examples -> ann.examples',
    'data.examples -> bob.examples',
    'bob.state -> ann.state',
    'evolve.control -> ann.control',
    'ann.prediction -> mean.predictions',
    'mean.prediction -> goal.prediction',
  ],
);

it('says with whom a newcomer will talk at a place', () => {
  expect(placeWords(swarm, 'ann')).toBe('It hears Fish. It is heard by Average. It is steered by Evolve.');
  expect(placeWords(swarm, 'bob')).toBe('It is heard by Fish.');
  expect(placeWords(swarm, 'lone')).toBe('Nobody is linked with it there.');
  expect(examplesOf(swarm, 'bob')).toBe('data');
  expect(examplesOf(swarm, 'lone')).toBeNull();
});
