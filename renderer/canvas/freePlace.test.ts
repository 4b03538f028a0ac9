import { describe, expect, it } from 'vitest';
import { freePlace } from './freePlace.ts';

const node = { x: 400, y: 200, width: 120, height: 80 };
const wide = { width: 200, height: 30 };
const narrow = { width: 80, height: 30 };
const canvas = { x: 0, y: 0, width: 900, height: 500 };
const place = (others: Parameters<typeof freePlace>[2], at = node) =>
  freePlace(at, [wide, narrow], others, canvas, 10);

describe('the place of a bar beside a node', () => {
  it('is over its middle, where nothing lies', () => {
    expect(place([])).toEqual({ side: 'top', align: 'center', bar: 0, covers: false });
  });

  it('is under it where it would cover another node over it', () => {
    const over = { x: 380, y: 100, width: 120, height: 80 };
    expect(place([over])).toEqual({ side: 'bottom', align: 'center', bar: 0, covers: false });
  });

  it('is at its side where both are taken', () => {
    const over = { x: 300, y: 100, width: 400, height: 80 };
    const under = { x: 300, y: 290, width: 400, height: 80 };
    expect(place([over, under])).toMatchObject({ side: 'right', bar: 0, covers: false });
    const right = { x: 530, y: 200, width: 120, height: 80 };
    expect(place([over, under, right])).toMatchObject({ side: 'left', covers: false });
  });

  it('takes the narrow form where only that is free', () => {
    const left = { x: 230, y: 90, width: 160, height: 300 };
    const right = { x: 530, y: 90, width: 160, height: 300 };
    expect(place([left, right])).toEqual({ side: 'top', align: 'center', bar: 1, covers: false });
  });

  it('covers as little as it can where nothing is free, and says so', () => {
    const all = [-1, 0, 1].flatMap((column) =>
      [-1, 0, 1]
        .filter((row) => column !== 0 || row !== 0)
        .map((row) => ({ x: 400 + column * 130, y: 200 + row * 90, width: 120, height: 80 })),
    );
    expect(place(all)).toMatchObject({ bar: 1, covers: true });
    const gap = all.filter(({ x, y }) => x !== 400 || y !== 290);
    expect(place(gap)).toEqual({ side: 'bottom', align: 'center', bar: 1, covers: false });
  });

  it('stays inside the canvas', () => {
    expect(place([], { ...node, y: 20 }).side).toBe('bottom');
    expect(place([], { ...node, y: 410 }).side).toBe('top');
    expect(place([], { ...node, x: 10 }).align).toBe('start');
    expect(place([], { ...node, x: 770 }).align).toBe('end');
  });
});
