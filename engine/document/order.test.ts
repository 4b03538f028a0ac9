import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIds } from './order.ts';

const id = fc.oneof(fc.stringMatching(/^[a-c0-2-]{1,5}$/), fc.string({ maxLength: 4 }));

describe('order of ids', () => {
  it('[D3] counts as people do', () => {
    const ids = ['fish-10', 'fish-2', 'a10b2', 'a10b1', 'fish', 'a2', '10', '9', 'fish-02'];
    expect(ids.toSorted(compareIds)).toEqual([
      '9',
      '10',
      'a2',
      'a10b1',
      'a10b2',
      'fish',
      'fish-02',
      'fish-2',
      'fish-10',
    ]);
  });

  it('[D3] is a total order', () => {
    fc.assert(
      fc.property(id, id, id, (a, b, c) => {
        expect(Math.sign(compareIds(a, b))).toBe(-Math.sign(compareIds(b, a)) + 0);
        expect(compareIds(a, b) === 0).toBe(a === b);
        if (compareIds(a, b) <= 0 && compareIds(b, c) <= 0) expect(compareIds(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 3000 },
    );
  });
});
