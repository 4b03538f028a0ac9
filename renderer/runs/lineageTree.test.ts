import { describe, expect, it } from 'vitest';
import { ancestry, lineageTree } from './lineageTree.ts';

describe('lineageTree', () => {
  it('draws a line from every parent to its offspring and ranks fitness over all generations', () => {
    const tree = lineageTree([
      {
        fish: [
          { fish: 'a', parents: ['a'], how: 'kept', fitness: 0.5 },
          { fish: 'b', parents: ['a'], how: 'copied', fitness: 0.25 },
        ],
      },
      {
        fish: [
          { fish: 'a', parents: ['a', 'b'], how: 'crossed', fitness: 0.75 },
          { fish: 'b', parents: [], how: 'dead', fitness: null },
        ],
      },
    ]);
    expect(tree.fish).toEqual(['a', 'b']);
    expect(tree.lines).toEqual([
      { generation: 0, from: 0, to: 0, own: true },
      { generation: 0, from: 0, to: 1, own: false },
      { generation: 1, from: 0, to: 0, own: true },
      { generation: 1, from: 1, to: 0, own: false },
    ]);
    expect(tree.dots.map(({ fitness }) => fitness)).toEqual([0.5, 0, 1, null]);
  });

  it('is empty without generations', () => {
    expect(lineageTree([])).toEqual({ fish: [], generations: 0, dots: [], lines: [] });
  });

  it('traces weights back to where they came from', () => {
    const entry = (fish: string, parents: string[]) => ({
      fish,
      parents,
      how: 'copied' as const,
      fitness: 1,
    });
    const tree = lineageTree([
      { fish: [entry('a', ['a']), entry('b', ['a']), entry('c', ['c'])] },
      { fish: [entry('a', ['a']), entry('b', ['b']), entry('c', ['b'])] },
    ]);
    expect([...ancestry(tree, { generation: 1, place: 2 })]).toEqual(['1 1 2', '0 0 1']);
  });
});
