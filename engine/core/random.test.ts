import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { philox4x32 } from './philox.ts';
import { randomStream } from './random.ts';

function hex(counter: readonly number[], key: readonly number[]): string {
  const out = new Uint32Array(4);
  philox4x32(out, 0, counter[0]!, counter[1]!, counter[2]!, counter[3]!, key[0]!, key[1]!);
  return [...out].map((word) => word.toString(16).padStart(8, '0')).join(' ');
}

describe('Philox4x32-10', () => {
  it('gives the published known-answer vectors', () => {
    expect(hex([0, 0, 0, 0], [0, 0])).toBe('6627e8d5 e169c58d bc57ac4c 9b00dbd8');
    const ones = 0xffffffff;
    expect(hex([ones, ones, ones, ones], [ones, ones])).toBe('408f276d 41c83b0e a20bc7c6 6d5451fd');
    expect(hex([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])).toBe(
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    );
  });
});

function draw(count: number, next: () => number): number[] {
  return Array.from({ length: count }, next);
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

function variance(values: ArrayLike<number>): number {
  const centre = mean(values);
  return mean(Array.from(values, (value) => (value - centre) ** 2));
}

describe('randomStream', () => {
  it('repeats itself and depends on seed, purpose and every key', () => {
    const first = (stream: ReturnType<typeof randomStream>) => draw(8, () => stream.uint32()).join();
    const variants = [
      randomStream(1, 'dropout'),
      randomStream(2, 'dropout'),
      randomStream(1, 'shuffle'),
      randomStream(1, 'dropout', 0),
      randomStream(1, 'dropout', '0'),
      randomStream(1, 'dropout', 1, 2),
      randomStream(1, 'dropout', 12),
      randomStream(1, 'dropout', 2, 1),
      randomStream(1, 'dropout', 'a', 'b'),
      randomStream(1, 'dropout', 'ab'),
      randomStream(1, 'dropout', ''),
      randomStream(1.5, 'dropout'),
      randomStream(-1, 'dropout'),
    ].map(first);
    expect(new Set(variants).size).toBe(variants.length);
    expect(first(randomStream(1, 'dropout', 'fish-3', 7))).toBe(
      first(randomStream(1, 'dropout', 'fish-3', 7)),
    );
    expect(first(randomStream(0, 'x'))).toBe(first(randomStream(-0, 'x')));
  });

  it('keeps its numbers for ever: a change here breaks stored runs', () => {
    const stream = randomStream(1, 'pinned', 'fish', 2);
    expect(draw(4, () => stream.uint32())).toMatchInlineSnapshot(`
      [
        1329318401,
        3933443539,
        1226290719,
        2422472492,
      ]
    `);
  });

  it('is not changed by other streams', () => {
    const alone = randomStream(5, 'init', 'a');
    const expected = draw(300, () => alone.uint32());
    const a = randomStream(5, 'init', 'a');
    const b = randomStream(5, 'init', 'b');
    const mixed = draw(300, () => {
      b.normal();
      return a.uint32();
    });
    expect(mixed).toEqual(expected);
  });

  it('draws uniform and normal numbers with the right moments', () => {
    const stream = randomStream(3, 'moments');
    const uniform = draw(40_000, () => stream.uniform());
    expect(uniform.every((x) => x >= 0 && x < 1)).toBe(true);
    expect(mean(uniform)).toBeCloseTo(0.5, 1.9);
    expect(variance(uniform)).toBeCloseTo(1 / 12, 2);
    const normal = draw(40_000, () => stream.normal());
    expect(Math.abs(mean(normal))).toBeLessThan(0.02);
    expect(Math.abs(variance(normal) - 1)).toBeLessThan(0.03);
    expect(Math.abs(mean(normal.map((x) => x ** 4)) - 3)).toBeLessThan(0.2);
  });

  it('has uncorrelated streams for neighbouring keys', () => {
    const a = randomStream(3, 'fish', 0).fillNormal(new Float32Array(20_000));
    const b = randomStream(3, 'fish', 1).fillNormal(new Float32Array(20_000));
    expect(Math.abs(mean(a.map((x, i) => x * b[i]!)))).toBeLessThan(0.03);
  });

  it('fills typed arrays within their ranges', () => {
    const stream = randomStream(9, 'fill');
    const uniform = stream.fillUniform(new Float32Array(10_000));
    expect(uniform.every((x) => x >= 0 && x < 1)).toBe(true);
    const normal = stream.fillNormal(new Float32Array(20_000), 2, 0.5);
    expect(Math.abs(mean(normal) - 2)).toBeLessThan(0.02);
    expect(Math.abs(variance(normal) - 0.25)).toBeLessThan(0.02);
    const whole = stream.fillInt(new Int32Array(7_000), 7);
    const counts = new Array<number>(7).fill(0);
    for (const value of whole) counts[value]! += 1;
    expect(counts.every((count) => count > 850 && count < 1150)).toBe(true);
  });

  it('draws whole numbers below n, without bias for large n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 }), fc.integer(), (n, seed) => {
        const stream = randomStream(seed, 'int');
        return draw(20, () => stream.int(n)).every((x) => Number.isInteger(x) && x >= 0 && x < n);
      }),
    );
    const stream = randomStream(1, 'large');
    // Plain `uint32 % n` would give 2/3 below n / 2 here.
    const n = 3 * 2 ** 30;
    expect(mean(draw(20_000, () => (stream.int(n) < n / 2 ? 1 : 0)))).toBeCloseTo(0.5, 1.8);
    for (const bad of [0, -1, 1.5, Number.NaN, 2 ** 33]) expect(() => stream.int(bad)).toThrow(RangeError);
  });

  it('shuffles into permutations, all orders equally likely', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const shuffled = randomStream(seed, 'shuffle').shuffle([...items]);
        expect([...shuffled].sort()).toEqual([...items].sort());
      }),
    );
    const stream = randomStream(4, 'orders');
    const counts = new Map<string, number>();
    for (let i = 0; i < 6_000; i++) {
      const order = stream.permutation(3).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    expect([...counts.values()].every((count) => count > 850 && count < 1150)).toBe(true);
  });

  it('draws gamma variates with mean and variance alpha', () => {
    for (const alpha of [0.3, 1, 2.5, 20]) {
      const stream = randomStream(6, 'gamma', alpha);
      const values = draw(30_000, () => stream.gamma(alpha));
      expect(Math.abs(mean(values) / alpha - 1)).toBeLessThan(0.05);
      expect(Math.abs(variance(values) / alpha - 1)).toBeLessThan(0.1);
    }
    expect(() => randomStream(1, 'x').gamma(0)).toThrow(RangeError);
  });

  it('draws Dirichlet shares that sum to 1, even for tiny alpha', () => {
    for (const alpha of [0.001, 0.1, 1, 100]) {
      const shares = randomStream(6, 'dirichlet', alpha).dirichlet(alpha, 8);
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
      expect(mean(shares) * 8).toBeCloseTo(1, 10);
    }
  });

  it('picks elements and coin flips', () => {
    const stream = randomStream(8, 'choice');
    expect(new Set(draw(200, () => stream.choice([1, 2, 3])))).toEqual(new Set([1, 2, 3]));
    expect(() => stream.choice([])).toThrow(RangeError);
    expect(mean(draw(10_000, () => (stream.chance(0.2) ? 1 : 0)))).toBeCloseTo(0.2, 1.7);
  });
});
