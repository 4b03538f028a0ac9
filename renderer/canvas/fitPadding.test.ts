import { describe, expect, it } from 'vitest';
import { fitPadding, roomAbove } from './fitPadding.ts';

const canvas = { width: 800, height: 500 };
const box = (x: number, y: number) => ({ x, y, width: 196, height: 120 });

describe('room round a swarm that is fitted to the canvas', () => {
  it('grows where a node would lie under the overview', () => {
    expect(fitPadding([box(0, 0), box(900, 500)], canvas, 1, 54).bottom).toBe('122px');
    expect(fitPadding([box(0, 500), box(900, 0)], canvas, 1, 54).bottom).toBe('60px');
    expect(fitPadding([], canvas, 1, 54).bottom).toBe('60px');
  });

  it('leaves free what lies above: a notice, the line that says which group is shown, titles of frames', () => {
    const usual = roomAbove({ isWithin: false, hasFrames: false });
    expect(roomAbove({ isWithin: true, hasFrames: false })).toBeGreaterThan(usual + 30);
    expect(roomAbove({ isWithin: false, hasFrames: true })).toBeGreaterThan(usual + 13);
    expect(fitPadding([box(0, 0)], canvas, 1, usual).top).toBe(`${usual}px`);
  });
});
