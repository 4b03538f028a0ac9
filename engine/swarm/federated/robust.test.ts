import { describe, expect, it } from 'vitest';
import { randomStream } from '#engine/core/random.ts';
import { mostFaulty, ROBUST_METHODS, type RobustMethod, robustMean } from './robust.ts';
import { combination, squaredDistances } from './vectors.ts';

const methods = ROBUST_METHODS.filter((method) => method !== 'none');
type Method = Exclude<RobustMethod, 'none'>;

const vectors = (...rows: number[][]): Float32Array[] => rows.map((row) => Float32Array.from(row));

/** `n` clients near (1, ..., 1), the last `f` of them far away. */
function attacked(n: number, f: number, size: number): Float32Array[] {
  const random = randomStream(1, 'attack', n);
  return Array.from({ length: n }, (_, i) =>
    random.fillNormal(new Float32Array(size), i < n - f ? 1 : -50, i < n - f ? 0.1 : 5),
  );
}

describe('robust means of weights (R37)', () => {
  it('are those computed by hand', () => {
    const five = vectors([1, 10], [2, 20], [3, 30], [4, 40], [100, -1000]);
    expect([...robustMean('median', five, 1)]).toEqual([3, 20]);
    expect([...robustMean('trimmed', five, 1)]).toEqual([3, 20]);
    expect([...robustMean('median', five.slice(0, 4), 1)]).toEqual([2.5, 25]);
    // the geometric median of collinear points is the middle one
    expect([...robustMean('geometric', vectors([0], [1], [5], [6], [7]), 2)][0]).toBeCloseTo(5, 3);
    // the point whose 5 - 1 - 2 = 2 nearest neighbours are nearest
    expect([...robustMean('krum', vectors([0], [1], [1.5], [2.2], [90]), 1)]).toEqual([1.5]);
  });

  it.each(methods)('%s stays with the honest, whoever else speaks', (method: Method) => {
    const mean = robustMean(method, attacked(8, 2, 200), 2);
    for (const value of mean) expect(Math.abs(value - 1)).toBeLessThan(0.5);
  });

  it.each(methods)('%s does not depend on the order of the clients', (method: Method) => {
    const clients = attacked(9, 2, 20);
    const turned = [...clients.slice(4), ...clients.slice(0, 4)];
    const [one, other] = [robustMean(method, clients, 2), robustMean(method, turned, 2)];
    one.forEach((value, c) => {
      expect(value).toBeCloseTo(other[c]!, 4);
    });
  });

  it.each(methods)('%s of one client, of two, and of equal ones is sound', (method: Method) => {
    expect([...robustMean(method, vectors([3, 4]), 2)]).toEqual([3, 4]);
    for (const value of robustMean(method, vectors([1], [3]), 5)) expect(value).toBeGreaterThanOrEqual(1);
    expect([...robustMean(method, vectors([7], [7], [7], [7], [7]), 1)][0]).toBeCloseTo(7, 5);
  });

  it('say how many liars they can bear', () => {
    expect(mostFaulty('krum', 8)).toBe(2);
    expect(mostFaulty('multi-krum', 6)).toBe(1);
    expect(mostFaulty('median', 8)).toBe(3);
    expect(mostFaulty('none', 8)).toBe(0);
  });

  it('the plain mean is drawn away by the same attack', () => {
    const clients = attacked(8, 2, 200);
    const mean = combination(
      clients,
      clients.map(() => 1 / 8),
    );
    expect(mean[0]).toBeLessThan(-5);
    expect(squaredDistances(clients)).toHaveLength(64);
  });
});
