import { describe, expect, it } from 'vitest';
import type { FishId } from '#engine/core/brand.ts';
import { costOfCascade } from './calibrate.ts';

describe('the cost of a cascade (R32)', () => {
  const levels = [
    { input: 1, cost: 0.04, fish: null },
    { input: 0, cost: 0.14, fish: null },
    { input: 2, cost: 1, fish: null },
  ];

  it('charges a text for every level it reaches', () => {
    // 60 % answered by the first, 30 % by the second, 10 % by the last.
    expect(costOfCascade(levels, [0.3, 0.6, 0.1], [true, true, true])).toBeCloseTo(0.04 + 0.4 * 0.14 + 0.1);
    expect(costOfCascade(levels, [0, 0, 1], [true, true, true])).toBeCloseTo(1.18);
  });

  it('charges an exit of a fish only for the layers after the exit before', () => {
    const fish = 'deep' as FishId; // tests name fish themselves
    const exits = [
      { input: 0, cost: 0.3, fish },
      { input: 2, cost: 0.5, fish: null },
      { input: 1, cost: 1, fish },
    ];
    // Half stops at the first exit, a fifth at the other fish, the rest goes through all layers.
    expect(costOfCascade(exits, [0.5, 0.3, 0.2], [true, true, true])).toBeCloseTo(
      0.3 + 0.5 * 0.5 + 0.3 * (1 - 0.3),
    );
    expect(
      costOfCascade(
        exits.filter(({ input }) => input !== 2),
        [0, 1],
        [true, true],
      ),
    ).toBeCloseTo(1);
  });

  it('asks nothing of the dead', () => {
    expect(costOfCascade(levels, [1, 0, 0], [true, false, false])).toBeCloseTo(0.14);
  });
});
