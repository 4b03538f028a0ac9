import { describe, expect, it } from 'vitest';
import { confusionShares } from './confusionShares.ts';

const counts = [
  [8, 2, 0],
  [1, 3, 0],
  [0, 0, 0],
];

describe('shares of a confusion matrix', () => {
  it('by row sum to what a class was taken for', () => {
    expect(confusionShares(counts, 'rows')).toEqual([
      [0.8, 0.2, 0],
      [0.25, 0.75, 0],
      [null, null, null],
    ]);
  });
  it('by column sum to what an answer was worth', () => {
    expect(confusionShares(counts, 'columns').map((row) => row[1])).toEqual([0.4, 0.6, 0]);
    expect(confusionShares(counts, 'columns')[0]?.[2]).toBeNull();
  });
  it('without it are of the largest', () => {
    expect(confusionShares(counts, 'none')[0]).toEqual([1, 0.25, 0]);
  });
});
