import { describe, expect, it } from 'vitest';
import { type OuterAlgorithm, type OuterMoments, outerStep } from './outerStep.ts';

/** Two equal updates of 1 from weights 0, by each algorithm. */
function twice(algorithm: OuterAlgorithm, more: object = {}): number[] {
  const settings = { algorithm, rate: 1, momentum: 0.5, beta1: 0.9, beta2: 0.99, tau: 0.001, ...more };
  const moments: OuterMoments = { first: null, second: null };
  const update = Float32Array.of(1);
  const one = outerStep(Float32Array.of(0), update, moments, settings);
  return [one[0]!, outerStep(one, update, moments, settings)[0]!];
}

describe("a server's optimizer (R36)", () => {
  it('takes the steps of the papers', () => {
    expect(twice('fedavg')).toEqual([1, 2]);
    expect(twice('fedavg', { rate: 0.5 })).toEqual([0.5, 1]);
    expect(twice('fedavgm')).toEqual([1, 2.5]); // v = 1, 1.5
    expect(twice('diloco')).toEqual([1.5, 3.25]); // d + v / 2, v = 1, 1.5
    const [first, second] = twice('fedadam', { rate: 0.1 });
    // m = .1, v = .99e-6 + .01; then m = .19, v = .99 v + .01
    const v = 0.99 * 1e-6 + 0.01;
    expect(first).toBeCloseTo((0.1 * 0.1) / (Math.sqrt(v) + 0.001), 5);
    expect(second! - first!).toBeCloseTo((0.1 * 0.19) / (Math.sqrt(0.99 * v + 0.01) + 0.001), 5);
  });
});
