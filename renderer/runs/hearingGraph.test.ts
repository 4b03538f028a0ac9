import { describe, expect, it } from 'vitest';
import { hearingGraph } from './hearingGraph.ts';

const link = (from: string, to: string, open = 1, trust = 0.5) => ({ from, to, open, trust });

describe('who hears whom as a drawing', () => {
  it('has speakers on a circle in natural order and those that only hear in the middle', () => {
    const { nodes, arcs } = hearingGraph(
      { links: [link('f:10', 'mean'), link('f:2', 'mean'), link('f:1', 'mean', 0)] },
      200,
    );
    expect(nodes.map(({ id }) => id)).toEqual(['f:1', 'f:2', 'f:10', 'mean']);
    expect(nodes.at(-1)).toMatchObject({ x: 100, y: 100, isMiddle: true });
    const far = nodes.slice(0, 3).map(({ x, y }) => Math.hypot(x - 100, y - 100));
    expect(new Set(far.map((distance) => distance.toFixed(3))).size).toBe(1);
    expect(arcs.map(({ open }) => open)).toEqual([1, 1, 0]);
  });

  it('keeps the two directions of a pair apart', () => {
    const { arcs } = hearingGraph({ links: [link('a', 'b'), link('b', 'a')] }, 200);
    const [there, back] = arcs;
    expect(there?.path.split('Q')[1]).not.toBe(back?.path.split('Q')[1]);
    expect(there?.path).not.toContain('NaN');
  });
});
