import { describe, expect, it } from 'vitest';
import type { NodeId } from '#engine/core/brand.ts';
import { type Box, distribute } from './alignSelection.ts';

const box = (id: string, x: number, width: number): Box => ({ id: id as NodeId, x, y: 0, width, height: 10 }); // a test's id

describe('distribute', () => {
  it('keeps the first and the last and makes the gaps between equal', () => {
    const placed = distribute([box('c', 400, 100), box('a', 0, 100), box('b', 120, 50)], 'x');
    expect(placed.map(({ id, x }) => [id, x])).toEqual([
      ['a', 0],
      ['b', 225],
      ['c', 400],
    ]);
  });

  it('leaves two boxes alone', () => {
    const two = [box('a', 0, 10), box('b', 50, 10)];
    expect(distribute(two, 'x')).toEqual(two);
  });
});
