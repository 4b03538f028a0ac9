import { expect } from 'vitest';

/** NaN and infinities must agree; numbers within `relative` of the larger of 1 and the expected value. */
export function expectClose(
  actual: ArrayLike<number> | undefined,
  expected: ArrayLike<number> | undefined,
  what: string,
  relative = 2e-5,
): void {
  if (actual === undefined || expected === undefined) throw new Error(`${what} is missing`);
  expect(actual.length, `length of ${what}`).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    const got: number = actual[i] ?? Number.NaN;
    const wanted: number = Math.fround(expected[i] ?? Number.NaN); // beyond the range of float32 it is infinite
    if (Object.is(got, wanted) || got === wanted) continue;
    if (!(Math.abs(got - wanted) <= relative * Math.max(1, Math.abs(wanted)))) {
      expect.fail(`${what}: element ${i} is ${got}, not ${wanted}`);
    }
  }
}
