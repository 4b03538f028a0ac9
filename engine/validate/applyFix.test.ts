import { describe, expect, it } from 'vitest';
import { buildSwarm } from '../document/build.testing.ts';
import { linksOf, nodesOf } from '../document/graph.ts';
import { applyFix } from './applyFix.ts';
import { validate } from './validate.ts';

/** A school of four that answers alone, with an average that hears it and that nobody hears. */
const idle = buildSwarm(
  { data: ['dataset'], fish: ['fish', { count: 4 }], mean: ['average'], goal: ['goal'] },
  [
    'data.examples -> fish.examples',
    'fish.prediction -> mean.prediction',
    'fish.prediction -> goal.prediction',
  ],
);

describe('the fix of a school that answers alone', () => {
  it('uses the average that is there, and its link', () => {
    const fix = validate(idle).find(({ code }) => code === 'needs-aggregator')?.fix;
    const mended = applyFix(idle, fix!); // asserted by what it does
    expect(nodesOf(mended)).toHaveLength(4);
    const ends = linksOf(mended).map(([, { from, to }]) => `${from.node} -> ${to.node}`);
    expect(ends.toSorted()).toEqual(['data -> fish', 'fish -> mean', 'mean -> goal']);
    expect(validate(mended).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
