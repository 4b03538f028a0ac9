import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '../tensor/reference.ts';
import { opCases } from './conformance/opCases.ts';
import type { Executor, ExecutorName } from './executor.ts';
import { createExecutor } from './index.ts';

/** Every executor computes what the float64 reference computes, up to its own rounding. */
const EXECUTORS: readonly { name: ExecutorName; threads?: number }[] = [
  { name: 'onnx', threads: 1 },
  { name: 'onnx', threads: 2 },
];

/** NaN and infinities must agree; numbers within a relative 2e-5 of the larger of 1 and the expected value. */
function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, what: string): void {
  expect(actual.length, `length of ${what}`).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    const got = actual[i] ?? Number.NaN;
    const wanted = Math.fround(expected[i] ?? Number.NaN); // beyond the range of float32 it is infinite
    if (Object.is(got, wanted) || got === wanted) continue;
    const tolerance = 2e-5 * Math.max(1, Math.abs(wanted));
    if (!(Math.abs(got - wanted) <= tolerance)) {
      expect.fail(`${what}: element ${i} is ${got}, not ${wanted}`);
    }
  }
}

describe.each(EXECUTORS)('executor $name, threads $threads', ({ name, threads }) => {
  let executor: Executor;
  beforeAll(async () => {
    executor = await createExecutor(name, threads === undefined ? {} : { threads });
  });
  afterAll(() => executor.dispose());

  describe('computes every operation as the reference does', () => {
    it.each(opCases())('$title', async ({ title, program, inputs }) => {
      const expected = evaluate(program, inputs).outputs;
      const state = executor.createState();
      const executable = await executor.load(program);
      const outputs = await executable.run(state, inputs);
      for (const [output, values] of Object.entries(expected)) {
        const actual = outputs[output];
        if (actual === undefined) throw new Error(`no output ${output}`);
        expectClose(actual, values, `${title}: ${output}`);
      }
      executable.dispose();
      state.dispose();
    });
  });
});
