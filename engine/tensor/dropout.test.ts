import { describe, expect, it } from 'vitest';
import { Graph } from './builder.ts';
import { dropout, dropoutOffsets, dropoutPool } from './dropout.ts';
import { grad } from './grad.ts';
import { evaluate } from './reference.ts';

const [rows, width, fish, tokens] = [64, 8, 2, 12];
const pool = dropoutPool(1, 0.25, rows, width);

function masks(offsets: readonly number[], site: number, shape = [fish, tokens, width]): Float64Array {
  const g = new Graph('dropout');
  const x = g.input('x', 'parameter', 'f32', shape);
  const y = dropout(g, x, {
    pool: g.input('pool', 'state', 'f32', [rows, width]),
    offsets: g.input('offsets', 'control', 'i32', [fish, 2]),
    site,
  });
  g.output('y', y);
  g.output('d', grad(g, g.reduceSum(y, [0, 1, 2]), [x])[0]!);
  const ones = new Float32Array(fish * tokens * width).fill(1);
  const { outputs } = evaluate(g.build(), { x: ones, pool, offsets });
  expect(outputs.d).toEqual(outputs.y);
  return outputs.y!;
}

describe('dropout', () => {
  it('drops at its rate and keeps the mean', () => {
    const large = dropoutPool(3, 0.3, 4096, 16);
    const dropped = large.filter((value) => value === 0).length / large.length;
    expect(dropped).toBeCloseTo(0.3, 2);
    expect(large.reduce((a, b) => a + b, 0) / large.length).toBeCloseTo(1, 2);
    expect(new Set(large).size).toBe(2);
    expect(dropoutPool(3, 0.3, 4096, 16)).toEqual(large);
    expect(new Set(dropoutPool(3, 0, 16, 16))).toEqual(new Set([1]));
    expect(() => dropoutPool(3, 1, 16, 16)).toThrow(/rate/);
  });

  it('gives each token a row of the pool, all different within a round of the pool', () => {
    const y = masks([3, 60, 63, 5], 0);
    const found = (n: number, t: number): number => {
      const mask = y.slice((n * tokens + t) * width, (n * tokens + t + 1) * width);
      return Array.from({ length: rows }, (_, r) => r).findIndex((r) =>
        mask.every((value, d) => value === pool[r * width + d]),
      );
    };
    for (let n = 0; n < fish; n++) {
      const taken = Array.from({ length: tokens }, (_, t) => found(n, t));
      expect(taken).not.toContain(-1);
    }
    // The first token's row is the offset itself.
    expect([...y.slice(0, width)]).toEqual([...pool.slice(3 * width, 4 * width)]);
    expect([...y.slice(tokens * width, (tokens + 1) * width)]).toEqual([
      ...pool.slice(63 * width, 64 * width),
    ]);
  });

  it('repeats itself, and differs between sites of the same offset and between offsets', () => {
    expect(masks([3, 3, 9, 9], 0)).toEqual(masks([3, 3, 9, 9], 0));
    expect(masks([3, 3, 9, 9], 0)).not.toEqual(masks([3, 3, 9, 9], 1));
    expect(masks([3, 3, 9, 9], 0)).not.toEqual(masks([4, 3, 9, 9], 0));
  });

  it('takes offsets from streams of seed, fish and step', () => {
    const offsets = dropoutOffsets(1, 'fish-1', 7, { sites: 3, rows: 8192 });
    expect(offsets).toEqual(dropoutOffsets(1, 'fish-1', 7, { sites: 3, rows: 8192 }));
    expect(offsets).not.toEqual(dropoutOffsets(1, 'fish-1', 8, { sites: 3, rows: 8192 }));
    expect(offsets).not.toEqual(dropoutOffsets(1, 'fish-2', 7, { sites: 3, rows: 8192 }));
    expect(offsets.every((offset) => offset >= 0 && offset < 8192)).toBe(true);
  });

  it('refuses a pool of another width or of rows that are no power of two', () => {
    const g = new Graph('refuse');
    const x = g.input('x', 'data', 'f32', [fish, tokens, width]);
    const offsets = g.input('offsets', 'control', 'i32', [fish, 1]);
    const bad = [
      [64, 4],
      [60, width],
    ];
    bad.forEach((shape, i) => {
      const input = g.input(`pool${i}`, 'state', 'f32', shape);
      expect(() => dropout(g, x, { pool: input, offsets, site: 0 })).toThrow(/power of two/);
    });
  });
});
