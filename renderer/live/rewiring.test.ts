import { describe, expect, it } from 'vitest';
import type { TopologyEvent } from './liveRun.ts';
import { openPairs } from './rewiring.ts';

const decision = (id: number, family: TopologyEvent['family'], open: readonly number[]): TopologyEvent => ({
  id,
  round: id,
  time: id,
  type: 'topology',
  nodeId: 'organiser',
  family,
  links: open.map((value, at) => ({ from: `school:${at + 1}`, to: 'mean', open: value, trust: 0.5 })),
});

describe('what a controller lets pass a link', () => {
  it('is counted over its pairs, by the newest decision of its kind', () => {
    const run = {
      topologies: {
        organiser: [
          decision(1, 'hearing', [1, 1, 1]),
          decision(2, 'hearing', [1, 0, 0]),
          decision(2, 'weights', [1]),
        ],
      },
    };
    expect(openPairs(run, 'prediction', 'school', 'mean')).toEqual({ open: 1, all: 3 });
    expect(openPairs(run, 'weights', 'school', 'mean')).toEqual({ open: 1, all: 1 });
    expect(openPairs(run, 'prediction', 'other', 'mean')).toBeNull();
  });
});
