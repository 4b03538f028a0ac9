import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '#engine/core/random.ts';
import { modularity } from './modularity.ts';
import { polarization } from './polarization.ts';
import { shapley } from './shapley.ts';

/** A symmetric network of these links. */
function network(count: number, links: readonly (readonly [number, number])[]): Float64Array {
  const weights = new Float64Array(count * count);
  for (const [a, b] of links) {
    weights[a * count + b] = 1;
    weights[b * count + a] = 1;
  }
  return weights;
}

describe('modularity', () => {
  it('of two triangles joined by one link is 5/14, and finds them', () => {
    const { value, communities } = modularity(
      network(6, [
        [0, 1],
        [1, 2],
        [0, 2],
        [3, 4],
        [4, 5],
        [3, 5],
        [2, 3],
      ]),
      6,
    );
    expect(value).toBeCloseTo(5 / 14, 10); // 2 (3/7 - (7/14)^2)
    expect(communities).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it("of Zachary's karate club is what Newman's greedy joining finds, 0.381", () => {
    const text =
      '2 1 3 1 3 2 4 1 4 2 4 3 5 1 6 1 7 1 7 5 7 6 8 1 8 2 8 3 8 4 9 1 9 3 10 3 11 1 11 5 11 6 12 1 13 1 13 4 14 1 14 2 14 3 14 4 17 6 17 7 18 1 18 2 20 1 20 2 22 1 22 2 26 24 26 25 28 3 28 24 28 25 29 3 30 24 30 27 31 2 31 9 32 1 32 25 32 26 32 29 33 3 33 9 33 15 33 16 33 19 33 21 33 23 33 24 33 30 33 31 33 32 34 9 34 10 34 14 34 15 34 16 34 19 34 20 34 21 34 23 34 24 34 27 34 28 34 29 34 30 34 31 34 32 34 33';
    const ends = text.split(' ').map((number) => Number(number) - 1);
    const links = Array.from(
      { length: ends.length / 2 },
      (_, i) => [ends[2 * i]!, ends[2 * i + 1]!] as const,
    );
    expect(links).toHaveLength(78);
    expect(modularity(network(34, links), 34).value).toBeCloseTo(0.381, 3);
  });

  it('is 0 for a full graph, a star and no graph, and never below 0 or above 1', () => {
    const full = Array.from({ length: 5 }, (_, a) =>
      Array.from({ length: a }, (_, b) => [a, b] as const),
    ).flat();
    expect(modularity(network(5, full), 5).value).toBeCloseTo(0, 10);
    expect(modularity(network(4, []), 4).value).toBe(0);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 36, maxLength: 36 }),
        (w) => {
          const { value } = modularity(w, 6);
          return value >= -1e-9 && value <= 1;
        },
      ),
    );
  });
});

describe('Shapley values', () => {
  it('are those of the glove game, and sum to what all are worth together', () => {
    // One left glove, two right ones; a pair is worth 1: (2/3, 1/6, 1/6).
    const worth = (set: ReadonlySet<string>): number =>
      set.has('left') && (set.has('r1') || set.has('r2')) ? 1 : 0;
    const values = shapley(['left', 'r1', 'r2'], worth, 4000, randomStream(1, 'gloves'));
    expect(values.get('left')).toBeCloseTo(2 / 3, 1);
    expect(values.get('r1')).toBeCloseTo(1 / 6, 1);
    expect([...values.values()].reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
  });

  it('of a sum are its terms, in any sample', () => {
    const price = new Map([
      ['a', 3],
      ['b', -1],
      ['c', 0.5],
    ]);
    const worth = (set: ReadonlySet<string>): number => [...set].reduce((sum, id) => sum + price.get(id)!, 0);
    const values = shapley([...price.keys()], worth, 2, randomStream(2, 'sum'));
    for (const [id, value] of values) expect(value).toBeCloseTo(price.get(id)!, 10);
  });
});

describe('polarization', () => {
  const from = new Float32Array(6);
  it('is 1 for one direction, 0 for opposite ones, whatever the lengths', () => {
    expect(polarization(from, Float32Array.of(1, 0, 5, 0, 0.1, 0), 3)).toBeCloseTo(1, 6);
    expect(polarization(new Float32Array(4), Float32Array.of(1, 2, -3, -6), 2)).toBeCloseTo(0, 6);
    expect(polarization(new Float32Array(4), Float32Array.of(1, 0, 0, 1), 2)).toBeCloseTo(Math.SQRT1_2, 6);
  });

  it('leaves out who does not move, and is none where nobody does', () => {
    expect(polarization(from, Float32Array.of(1, 0, 0, 0, 2, 0), 3)).toBeCloseTo(1, 6);
    expect(polarization(from, from, 3)).toBeNaN();
  });
});
