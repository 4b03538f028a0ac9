import { describe, expect, it } from 'vitest';
import { randomStream } from '#engine/core/random.ts';
import { CmaEs, usualCandidates } from './cmaEs.ts';
import { symmetricEigen } from './symmetricEigen.ts';

const sphere = (x: Float64Array): number => x.reduce((sum, value) => sum + value * value, 0);
const rosenbrock = (x: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i + 1 < x.length; i++) sum += 100 * (x[i + 1]! - x[i]! ** 2) ** 2 + (1 - x[i]!) ** 2;
  return sum;
};
/** Axes of very different length, turned by no rotation: 1 to 10^6. */
const ellipsoid = (x: Float64Array): number =>
  x.reduce((sum, value, i) => sum + 1e6 ** (i / (x.length - 1)) * value * value, 0);

/** Evaluations until the cost is below `goal`; Infinity where it never is. */
function evaluations(
  cost: (x: Float64Array) => number,
  start: readonly number[],
  { sigma, goal, most, seed = 1 }: { sigma: number; goal: number; most: number; seed?: number },
): number {
  const search = CmaEs.start(start, sigma);
  const random = randomStream(seed, 'test');
  for (let done = 0; done < most; done += search.candidates) {
    const points = search.ask(random);
    const costs = points.map(cost);
    if (Math.min(...costs) < goal) return done + search.candidates;
    search.tell(points, costs);
  }
  return Infinity;
}

describe('CMA-ES', () => {
  it('takes the usual number of candidates', () => {
    expect([2, 10, 100].map(usualCandidates)).toEqual([6, 10, 17]);
  });

  it.each([1, 2, 3])('finds the middle of a sphere in 10 dimensions, seed %i', (seed) => {
    const used = evaluations(sphere, new Array(10).fill(1), { sigma: 0.3, goal: 1e-10, most: 5000, seed });
    expect(used).toBeLessThan(3000);
  });

  it.each([1, 2, 3])('follows the bent valley of Rosenbrock in 5 dimensions, seed %i', (seed) => {
    const used = evaluations(rosenbrock, new Array(5).fill(0), { sigma: 0.3, goal: 1e-8, most: 20000, seed });
    expect(used).toBeLessThan(8000);
  });

  it('learns the shape of a very long ellipsoid, which one step length for all directions cannot', () => {
    expect(
      evaluations(ellipsoid, new Array(6).fill(1), { sigma: 0.5, goal: 1e-8, most: 20000 }),
    ).toBeLessThan(8000);
  });

  it('counts a cost that is not a number as the worst', () => {
    const cut = (x: Float64Array): number => (x[0]! < 0.2 ? Number.NaN : sphere(x));
    const search = CmaEs.start([1, 1], 0.3);
    const random = randomStream(1, 'test');
    for (let generation = 0; generation < 60; generation++) {
      const points = search.ask(random);
      search.tell(points, points.map(cut));
    }
    expect(search.mean[0]).toBeGreaterThan(0.15);
    expect(Math.abs(search.mean[1]!)).toBeLessThan(0.1);
  });

  it('goes on from what it captured as if it had never stopped', () => {
    const whole = CmaEs.start([1, 2, 3], 0.5);
    const step = (search: CmaEs, generation: number): void => {
      const points = search.ask(randomStream(1, 'test', generation));
      search.tell(points, points.map(rosenbrock));
    };
    for (let generation = 0; generation < 5; generation++) step(whole, generation);
    const copy = CmaEs.restore(JSON.parse(JSON.stringify(whole.capture())), whole.candidates);
    for (let generation = 5; generation < 10; generation++) {
      step(whole, generation);
      step(copy, generation);
    }
    expect(copy.capture()).toEqual(whole.capture());
  });
});

describe('eigenvectors', () => {
  it('put a symmetric matrix together again', () => {
    const n = 12;
    const random = randomStream(1, 'eigen');
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++) matrix[i * n + j] = matrix[j * n + i] = random.normal();
    const { values, vectors } = symmetricEigen(matrix, n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        let dot = 0;
        for (let k = 0; k < n; k++) {
          sum += vectors[i * n + k]! * values[k]! * vectors[j * n + k]!;
          dot += vectors[k * n + i]! * vectors[k * n + j]!;
        }
        expect(sum).toBeCloseTo(matrix[i * n + j]!, 10);
        expect(dot).toBeCloseTo(i === j ? 1 : 0, 10);
      }
    }
  });
});
