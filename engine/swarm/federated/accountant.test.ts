import { describe, expect, it } from 'vitest';
import { epsilonSpent, rdpOfStep } from './accountant.ts';

// Numbers such as R38 are the rules of docs/spec/run.md.

describe('the privacy accountant (R38)', () => {
  it.each([
    // rate, noise, steps, delta, and epsilon by dp-accounting 0.6.0 (Google), RdpAccountant with the same orders
    [0.01, 1.1, 1000, 1e-5, 1.7252908180449444],
    [256 / 60_000, 1.1, 14_062, 1e-5, 2.5969811785948815], // DP-SGD on MNIST, 60 epochs
    [1, 4, 50, 1e-5, 9.337861628831664],
    [0.5, 2, 100, 1e-5, 15.804010815805224],
    [0.25, 1, 30, 1e-3, 8.581708596645168],
    [0.02, 0.7, 500, 1e-6, 8.81538031431449],
  ])(
    'gives what the standard accountant gives: q %f, noise %f, %i steps',
    (rate, noise, steps, delta, epsilon) => {
      expect(epsilonSpent(steps, rate, noise, delta)).toBeCloseTo(epsilon, 9);
    },
  );

  it('gives the RDP of one step that the standard accountant gives', () => {
    expect(rdpOfStep(0.01, 1.1, 2)).toBeCloseTo(0.00012851008160516542, 12);
    expect(rdpOfStep(0.01, 1.1, 32)).toBeCloseTo(8.469416433675926, 9);
    expect(rdpOfStep(1, 4, 2)).toBe(0.0625);
  });

  it('spends nothing before the first step, all without noise, and more with every step', () => {
    expect(epsilonSpent(0, 0.1, 1, 1e-5)).toBe(0);
    expect(epsilonSpent(1, 0.1, 0, 1e-5)).toBe(Infinity);
    expect(epsilonSpent(20, 0.1, 1, 1e-5)).toBeGreaterThan(epsilonSpent(10, 0.1, 1, 1e-5));
    expect(epsilonSpent(20, 0.1, 1, 1e-5)).toBeLessThan(epsilonSpent(20, 0.2, 1, 1e-5));
  });
});
