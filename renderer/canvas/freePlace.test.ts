import { describe, expect, it } from 'vitest';
import { freePlace } from './freePlace.ts';

const node = { x: 400, y: 200, width: 120, height: 80 };
const bar = { width: 200, height: 30 };
const canvas = { width: 900, height: 500 };
const place = (others: Parameters<typeof freePlace>[2], at = node) => freePlace(at, bar, others, canvas, 10);

describe('the place of a bar beside a node', () => {
  it('is over its middle, where nothing lies', () => {
    expect(place([])).toEqual({ side: 'top', align: 'center' });
  });

  it('is under it where it would cover another node over it, unless it covered more there', () => {
    const over = { x: 380, y: 100, width: 120, height: 80 };
    const under = { x: 300, y: 290, width: 400, height: 80 };
    expect(place([over]).side).toBe('bottom');
    expect(place([under]).side).toBe('top');
    expect(place([over, under]).side).toBe('top');
  });

  it('stays inside the canvas', () => {
    expect(place([], { ...node, y: 20 }).side).toBe('bottom');
    expect(place([], { ...node, y: 410 }).side).toBe('top');
    expect(place([], { ...node, x: 10 }).align).toBe('start');
    expect(place([], { ...node, x: 770 }).align).toBe('end');
  });
});
