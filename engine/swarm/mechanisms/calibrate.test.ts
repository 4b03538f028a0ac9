import { describe, expect, it } from 'vitest';
import { costOfCascade } from './calibrate.ts';

describe('the cost of a cascade (R32)', () => {
  const levels = [
    { input: 1, cost: 0.04 },
    { input: 0, cost: 0.14 },
    { input: 2, cost: 1 },
  ];

  it('charges a text for every level it reaches', () => {
    // 60 % answered by the first, 30 % by the second, 10 % by the last.
    expect(costOfCascade(levels, [0.3, 0.6, 0.1], [true, true, true])).toBeCloseTo(0.04 + 0.4 * 0.14 + 0.1);
    expect(costOfCascade(levels, [0, 0, 1], [true, true, true])).toBeCloseTo(1.18);
  });

  it('asks nothing of the dead', () => {
    expect(costOfCascade(levels, [1, 0, 0], [true, false, false])).toBeCloseTo(0.14);
  });
});
