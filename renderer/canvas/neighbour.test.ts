import { describe, expect, it } from 'vitest';
import { neighbour, readingOrder } from './neighbour.ts';

const at = (name: string, x: number, y: number) => ({ name, x, y });
const [a, b, c, d] = [at('a', 0, 0), at('b', 300, 20), at('c', 310, 400), at('d', 0, 410)];
const all = [a, b, c, d];

describe('arrows between nodes', () => {
  it('lead to what lies that way, straight ahead first', () => {
    expect(neighbour(a, all, 'right')).toBe(b);
    expect(neighbour(b, all, 'down')).toBe(c);
    expect(neighbour(c, all, 'left')).toBe(d);
    expect(neighbour(d, all, 'up')).toBe(a);
    expect(neighbour(a, all, 'left')).toBeNull();
  });

  it('reach what is only askew where nothing is straight ahead', () => {
    expect(neighbour(a, [a, at('e', 100, 900)], 'right')?.name).toBe('e');
  });

  it('read row by row', () => {
    expect(readingOrder([c, d, b, a]).map(({ name }) => name)).toEqual(['a', 'b', 'd', 'c']);
  });
});
