import { describe, expect, it } from 'vitest';
import { snapLines, snapTo } from './snapLines.ts';

const box = (x: number, y: number, width = 100, height = 50) => ({ x, y, width, height });

describe('snap guides', () => {
  const lines = snapLines([box(0, 0), box(400, 200, 200, 100)]);

  it('pull an edge or a centre to the nearest line, each axis for itself', () => {
    expect(snapTo(box(4, 300), lines, 6)).toMatchObject({
      dx: -4,
      dy: 0,
      guides: { x: [0, 50, 100], y: [300] },
    });
    expect(snapTo(box(453, 500), lines, 6)).toMatchObject({ dx: -3, guides: { x: [500], y: [] } });
    expect(snapTo(box(1000, 228), lines, 6)).toMatchObject({ dx: 0, dy: -3 });
  });

  it('let go beyond their reach', () => {
    expect(snapTo(box(20, 700), lines, 6)).toEqual({ dx: 0, dy: 0, guides: { x: [], y: [] } });
  });
});
