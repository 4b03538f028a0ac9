import { describe, expect, it } from 'vitest';
import { fitPadding } from './fitPadding.ts';

const canvas = { width: 800, height: 500 };
const box = (x: number, y: number) => ({ x, y, width: 196, height: 120 });

describe('room round a swarm that is fitted to the canvas', () => {
  it('grows where a node would lie under the overview', () => {
    expect(fitPadding([box(0, 0), box(900, 500)], canvas, 1, false).bottom).toBe('122px');
    expect(fitPadding([box(0, 500), box(900, 0)], canvas, 1, false).bottom).toBe('60px');
    expect(fitPadding([], canvas, 1, false).bottom).toBe('60px');
  });

  it('keeps the line free that says which group is shown', () => {
    const { top } = fitPadding([box(0, 0)], canvas, 1, true);
    expect(Number.parseInt(top, 10)).toBeGreaterThan(
      Number.parseInt(fitPadding([], canvas, 1, false).top, 10) + 30,
    );
  });
});
