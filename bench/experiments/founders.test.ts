import { describe, expect, it } from 'vitest';
import type { RunEvent } from '#engine/protocol/events.ts';
import { foundersOf } from './founders.ts';

const generation = (number: number, parents: Readonly<Record<string, readonly string[]>>): RunEvent => ({
  type: 'lineage',
  id: number,
  round: number,
  time: 0,
  nodeId: 'evolution',
  generation: number,
  fish: Object.entries(parents).map(([fish, from]) => ({
    fish,
    parents: [...from],
    how: 'crossed',
    fitness: 0,
  })),
});

describe('founders', () => {
  it('are found through every generation: children of children, and none that died out', () => {
    const founders = foundersOf([
      generation(1, { a: ['a'], b: ['a', 'c'], c: ['c'], d: ['d'] }),
      generation(2, { a: ['b'], b: ['b', 'd'], c: ['a'], d: ['a'] }),
    ]);
    const sorted = Object.fromEntries([...founders].map(([fish, from]) => [fish, [...from].sort()]));
    expect(sorted).toEqual({ a: ['a', 'c'], b: ['a', 'c', 'd'], c: ['a'], d: ['a'] });
  });
});
