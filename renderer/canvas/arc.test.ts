import { expect, it } from 'vitest';
import { arc } from './arc.ts';

const box = (x: number, y: number) => ({ x, y, width: 200, height: 100 });

it('goes over the tops of nodes beside each other, and past those above each other', () => {
  const beside = arc(box(0, 0), box(400, 50));
  expect(beside.middle.y).toBeLessThan(0);
  expect(beside.tip).toEqual({ x: 500, y: 46 });
  const above = arc(box(0, 0), box(20, 300));
  expect(above.middle.x).toBeGreaterThan(220);
});

it('takes another way back', () => {
  const pairs = [
    [box(0, 0), box(400, 0)],
    [box(0, 0), box(0, 300)],
  ] as const;
  for (const [a, b] of pairs) {
    const [there, back] = [arc(a, b).middle, arc(b, a).middle];
    expect(Math.hypot(there.x - back.x, there.y - back.y)).toBeGreaterThan(20);
  }
});
