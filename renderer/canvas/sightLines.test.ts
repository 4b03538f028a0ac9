import { getBezierPath, Position } from '@xyflow/react';
import { describe, expect, it } from 'vitest';
import { isNear, isSeen, linkBox, paneAt } from './sightLines.ts';

const box = (x: number, y: number) => ({ x, y, width: 196, height: 110 });

describe('what is in view', () => {
  it('is what touches the canvas at its zoom', () => {
    const pane = paneAt([100, 0, 0.5], 1000, 600);
    expect(pane).toMatchObject({ x: -200, width: 2000, height: 1200 });
    expect(isSeen(pane, box(1700, 1100))).toBe(true);
    expect(isSeen(pane, box(1801, 0))).toBe(false);
    expect(isSeen(pane, box(-395, 500))).toBe(true);
    expect(isSeen(pane, box(0, -110))).toBe(false);
  });

  it('is near within less than half a view', () => {
    const pane = paneAt([0, 0, 1], 1000, 600);
    expect(isNear(pane, box(1390, 0))).toBe(true);
    expect(isNear(pane, box(1410, 0))).toBe(false);
    expect(isNear(pane, box(0, 830))).toBe(true);
  });

  it('has the whole curve of a link, which swings out where it goes back', () => {
    for (const [from, to] of [
      [box(0, 0), box(900, 500)],
      [box(2000, 0), box(0, 40)],
      [box(9000, 700), box(100, 0)],
    ] as const) {
      const [path] = getBezierPath({
        sourceX: from.x + from.width,
        sourceY: from.y + 40,
        sourcePosition: Position.Right,
        targetX: to.x,
        targetY: to.y + 40,
        targetPosition: Position.Left,
      });
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = (
        path.match(/-?[\d.]+/g) ?? []
      ).map(Number);
      const held = linkBox(from, to);
      for (let at = 0; at <= 1; at += 0.05) {
        const mix = (a: number, b: number, c: number, d: number): number =>
          (1 - at) ** 3 * a + 3 * at * (1 - at) ** 2 * b + 3 * at ** 2 * (1 - at) * c + at ** 3 * d;
        const point = { x: mix(x0, x1, x2, x3), y: mix(y0, y1, y2, y3), width: 0.1, height: 0.1 };
        expect(isSeen(held, point)).toBe(true);
      }
    }
  });
});
