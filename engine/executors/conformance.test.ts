import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ShuuraiError } from '../core/errors.ts';
import { Graph } from '../tensor/builder.ts';
import type { Program, TensorData } from '../tensor/ir.ts';
import { type Evaluation, evaluate } from '../tensor/reference.ts';
import { expectClose } from './conformance/expectClose.ts';
import { opCases } from './conformance/opCases.ts';
import { numbers, randomData } from './conformance/randomData.ts';
import { awkwardProgram, predictProgram, rowsProgram, trainProgram } from './conformance/statePrograms.ts';
import type { Executor, ExecutorName, TensorState } from './executor.ts';
import { createExecutor } from './index.ts';

/** Every executor computes what the float64 reference computes, up to its own rounding. */
const EXECUTORS: readonly { name: ExecutorName; threads: number }[] = [
  { name: 'onnx', threads: 1 },
  { name: 'onnx', threads: 2 },
  { name: 'tfjs', threads: 1 },
];

type Values = Record<string, TensorData>;

/** Random values for all inputs of a program; i32 below `rows`. */
function randomInputs(program: Program, seed: number, rows: number): Values {
  const next = numbers(seed);
  return Object.fromEntries(
    program.inputs.map(({ name, value }) => {
      const { dtype, shape } = program.values[value] ?? { dtype: 'f32', shape: [] };
      return [name, randomData(dtype, shape, next, dtype === 'i32' ? { high: rows } : {})];
    }),
  );
}

function fill(state: TensorState, program: Program, values: Values): void {
  for (const { name, value, role } of program.inputs) {
    const info = program.values[value];
    const data = values[name];
    if (info !== undefined && data !== undefined && (role === 'parameter' || role === 'state')) {
      state.set(name, info.dtype, info.shape, data);
    }
  }
}

function expectState(state: TensorState, expected: Evaluation['updates']): void {
  for (const [name, values] of Object.entries(expected))
    expectClose(state.get(name), values, `state ${name}`);
}

async function failure(run: Promise<unknown>): Promise<ShuuraiError> {
  const thrown = await run.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof ShuuraiError))
    throw new Error('it did not fail with a ShuuraiError', { cause: thrown });
  return thrown;
}

describe.each(EXECUTORS)('executor $name, threads $threads', ({ name, threads }) => {
  let executor: Executor;
  beforeAll(async () => {
    executor = await createExecutor(name, { threads });
  });
  afterAll(() => executor.dispose());

  describe('computes every operation as the reference does', () => {
    it.each(opCases())('$title', async ({ title, program, inputs }) => {
      const expected = evaluate(program, inputs).outputs;
      const state = executor.createState();
      const executable = await executor.load(program);
      const outputs = await executable.run(state, inputs);
      for (const [output, values] of Object.entries(expected)) {
        expectClose(outputs[output], values, `${title}: ${output}`);
      }
      executable.dispose();
      state.dispose();
    });
  });

  describe('state', () => {
    it('follows the reference over many calls', async () => {
      const program = trainProgram(20, 6);
      const executable = await executor.load(program);
      const state = executor.createState();
      const values: Values = { ...randomInputs(program, 1, 1), rate: Float32Array.of(0.05) };
      fill(state, program, values);
      const reference: Record<string, ArrayLike<number>> = { ...values };
      for (let step = 0; step < 10; step++) {
        const data: Values = { ...randomInputs(program, 100 + step, 1), rate: Float32Array.of(0.05) };
        Object.assign(reference, { x: data.x, target: data.target, alive: data.alive });
        const expected = evaluate(program, reference);
        const outputs = await executable.run(state, data);
        expectClose(outputs.loss, expected.outputs.loss, `loss ${step}`, 1e-4);
        expectState(state, expected.updates);
        Object.assign(reference, expected.updates);
      }
      executable.dispose();
      state.dispose();
    });

    it('is shared by all programs', async () => {
      const train = await executor.load(trainProgram(20, 6));
      const predict = await executor.load(predictProgram(5, 6));
      const state = executor.createState();
      const values = { ...randomInputs(train.program, 3, 1), rate: Float32Array.of(0.05) };
      fill(state, train.program, values);
      const x = randomData('f32', [5, 6], numbers(5));
      for (let step = 0; step < 3; step++) {
        await train.run(state, values);
        const { y } = await predict.run(state, { x });
        expectClose(y, evaluate(predict.program, { x, w: state.get('w') }).outputs.y, `prediction ${step}`);
      }
      train.dispose();
      predict.dispose();
      state.dispose();
    });

    it('is right for updates that cannot be written in place', async () => {
      const program = awkwardProgram();
      const executable = await executor.load(program);
      const state = executor.createState();
      const values = randomInputs(program, 8, 1);
      for (const name of Object.keys(values))
        values[name] = values[name]?.map((v) => v / 4) ?? Float32Array.of();
      fill(state, program, values);
      const reference: Record<string, ArrayLike<number>> = { ...values };
      for (let step = 0; step < 3; step++) {
        const expected = evaluate(program, reference);
        const outputs = await executable.run(state, {});
        for (const output of ['late', 'doubled', 'view']) {
          expectClose(outputs[output], expected.outputs[output], `${output} at ${step}`);
        }
        expectState(state, expected.updates);
        Object.assign(reference, expected.updates);
      }
      executable.dispose();
      state.dispose();
    });

    it('takes single rows', async () => {
      const program = rowsProgram(2, 50, 4, 3);
      const executable = await executor.load(program);
      const state = executor.createState();
      const values: Values = { ...randomInputs(program, 4, 50), ids: Int32Array.of(4, 49, 0, 1, 3, 20) };
      fill(state, program, values);
      const expected = evaluate(program, values);
      const outputs = await executable.run(state, values);
      expectClose(outputs.sum, expected.outputs.sum, 'sum of the old rows');
      expectState(state, expected.updates);
      executable.dispose();
      state.dispose();
    });

    it('runs calls that are made at once one after the other', async () => {
      const g = new Graph('count');
      g.update('n', g.add(g.input('n', 'state', 'f32', [3]), 1));
      const executable = await executor.load(g.build());
      const state = executor.createState();
      state.set('n', 'f32', [3], Float32Array.of(0, 1, 2));
      await Promise.all(Array.from({ length: 7 }, () => executable.run(state, {})));
      expect([...state.get('n')]).toEqual([7, 8, 9]);
      executable.dispose();
      state.dispose();
    });

    it('copies what it is given and what it gives', () => {
      const state = executor.createState();
      const data = Float32Array.of(1, 2);
      state.set('a', 'f32', [2], data);
      data[0] = 9;
      const read = state.get('a');
      read[1] = 9;
      expect([...state.get('a')]).toEqual([1, 2]);
      expect(state.names()).toEqual(['a']);
      expect(state.info('a')).toEqual({ dtype: 'f32', shape: [2] });
      state.set('a', 'i32', [1, 3], Int32Array.of(4, 5, 6));
      expect(state.info('a')).toEqual({ dtype: 'i32', shape: [1, 3] });
      expect([...state.get('a')]).toEqual([4, 5, 6]);
      state.delete('a');
      expect(() => state.get('a')).toThrow(/no tensor "a"/);
      expect(() => state.set('b', 'f32', [3], Float32Array.of(1))).toThrow(/Tensor "b" has 1 elements/);
      state.dispose();
    });
  });

  describe('errors name what is wrong and leave the state alone', () => {
    const program = rowsProgram(2, 50, 4, 3);
    const table = randomData('f32', [2, 50, 4], numbers(2));

    async function expectFailure(
      inputs: Values,
      message: RegExp,
      state = executor.createState(),
    ): Promise<void> {
      const executable = await executor.load(program);
      if (!state.names().includes('table')) state.set('table', 'f32', [2, 50, 4], table);
      const before = state.get('table');
      const error = await failure(executable.run(state, inputs));
      expect(error.code).toBe('invalid-arguments');
      expect(error.message).toMatch(message);
      expect(state.get('table')).toEqual(before);
      executable.dispose();
      state.dispose();
    }

    it('a missing input', () =>
      expectFailure({}, /Input "ids" of program "rows" is missing; pass i32 \[2, 3\]/));
    it('a wrong length', () =>
      expectFailure({ ids: new Int32Array(5) }, /Input "ids" of program "rows" has 5 elements/));
    it('a wrong type', () =>
      expectFailure({ ids: new Float32Array(6) }, /Input "ids".*Float32Array.*Int32Array/));
    it('an id outside its table', () =>
      expectFailure({ ids: Int32Array.of(0, 1, 2, 3, 4, 50) }, /"ids".* holds 50 at element 5.*0\.\.49/));
    it('a negative id', () => expectFailure({ ids: Int32Array.of(0, -1, 2, 3, 4, 5) }, /"ids".* holds -1/));
    it('a tensor that the state lacks', async () => {
      const executable = await executor.load(program);
      const state = executor.createState();
      const error = await failure(executable.run(state, { ids: new Int32Array(6) }));
      expect(error.message).toMatch(/no tensor "table"/);
      executable.dispose();
    });
    it('a tensor of another shape', async () => {
      const state = executor.createState();
      state.set('table', 'f32', [2, 25, 8], table);
      await expectFailure(
        { ids: new Int32Array(6) },
        /Tensor "table" is f32 \[2, 25, 8\].* needs f32 \[2, 50, 4\]/,
        state,
      );
    });
    it('the state of another executor', async () => {
      const other = await createExecutor(name === 'onnx' ? 'tfjs' : 'onnx', { threads: 1 });
      const executable = await executor.load(program);
      const error = await failure(executable.run(other.createState(), { ids: new Int32Array(6) }));
      expect(error.message).toMatch(/another executor/);
      executable.dispose();
    });
  });
});
