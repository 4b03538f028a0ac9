import type { Tensor } from '@tensorflow/tfjs-core';
import { ShuuraiError } from '../../core/errors.ts';
import type { Op, OpKind, Program, ValueId } from '../../tensor/ir.ts';
import type { Executable, Inputs, Outputs, TensorState } from '../executor.ts';
import { checkSlot, InputCheck, valueInfo } from '../inputs.ts';
import { elementwise } from './ops/elementwise.ts';
import type { Evaluator, EvaluatorTable } from './ops/evaluator.ts';
import { layout, TF_DTYPE } from './ops/layout.ts';
import { rows } from './ops/rows.ts';
import { read, TfjsState } from './state.ts';
import { type TfBackend, tf } from './tf.ts';

const EVALUATORS: EvaluatorTable = { ...elementwise, ...rows, ...layout };

/** Evaluates a program operation by operation, letting each tensor go after its last reader. */
export class TfjsExecutable implements Executable {
  readonly program: Program;
  readonly #backend: TfBackend;
  readonly #inputs: InputCheck;
  /** By operation: the values nobody reads after it. */
  readonly #lastRead: readonly (readonly ValueId[])[];

  constructor(program: Program, backend: TfBackend) {
    this.program = program;
    this.#backend = backend;
    this.#inputs = new InputCheck(program);
    this.#lastRead = lastReads(program);
  }

  async run(state: TensorState, inputs: Inputs): Promise<Outputs> {
    if (!(state instanceof TfjsState)) {
      throw new ShuuraiError(
        'invalid-arguments',
        'The tfjs executor was given a state that another executor made.',
      );
    }
    // The backend is global to TensorFlow.js; another executable may have used another one in between.
    if (tf.getBackend() !== this.#backend) await tf.setBackend(this.#backend);
    return this.#evaluate(state, inputs);
  }

  dispose(): void {
    // Holds no tensors between calls.
  }

  /** Synchronous from here on, so calls cannot interleave. */
  #evaluate(state: TfjsState, inputs: Inputs): Outputs {
    const checked = this.#inputs.check(inputs);
    const resident = this.program.inputs
      .filter((input) => input.role === 'parameter' || input.role === 'state')
      .map((input) => {
        const slot = state.slot(input.name);
        checkSlot(this.program, input, slot);
        return { value: input.value, tensor: slot.tensor };
      });
    const values = new Map<ValueId, Tensor>();
    const owned = new Set<Tensor>();
    const own = (value: ValueId, tensor: Tensor): void => {
      values.set(value, tensor);
      owned.add(tensor);
    };
    try {
      for (const { input, info, data } of checked) {
        own(input.value, tf.tensor(data, [...info.shape], TF_DTYPE[info.dtype]));
      }
      for (const { value, tensor } of resident) values.set(value, tensor);
      this.program.ops.forEach((op, index) => {
        const results = this.#apply(op, values);
        op.outputs.forEach((value, position) => {
          const tensor = results[position];
          if (tensor !== undefined) own(value, tensor);
        });
        for (const value of this.#lastRead[index] ?? []) {
          const tensor = values.get(value);
          if (tensor !== undefined && owned.delete(tensor)) tensor.dispose();
        }
      });
      const outputs = Object.fromEntries(
        this.program.outputs.map(({ name, value }) => [name, read(this.#value(values, value))]),
      );
      this.#store(state, values);
      return outputs;
    } catch (cause) {
      if (cause instanceof ShuuraiError) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ShuuraiError(
        'internal',
        `Program "${this.program.name}" failed: ${reason} Its tensors are as they were before the call.`,
        { cause, details: { program: this.program.name, stateConsistent: true } },
      );
    } finally {
      for (const tensor of owned) tensor.dispose();
    }
  }

  #apply(op: Op, values: ReadonlyMap<ValueId, Tensor>): Tensor[] {
    // The table is keyed by kind, so the evaluator found under a spec's kind takes that spec.
    const evaluate = EVALUATORS[op.spec.kind] as Evaluator<OpKind>;
    return tf.tidy(() => {
      const result = evaluate(
        {
          args: op.inputs.map((value) => this.#value(values, value)),
          argInfo: op.inputs.map((value) => valueInfo(this.program, value)),
          resultInfo: op.outputs.map((value) => valueInfo(this.program, value)),
        },
        op.spec,
      );
      const results = Array.isArray(result) ? result : [result];
      // An evaluator may hand an operand through (a broadcast to the same shape): ownership needs a tensor of its own.
      return results.map((tensor) => tf.clone(tensor));
    });
  }

  #store(state: TfjsState, values: ReadonlyMap<ValueId, Tensor>): void {
    // All new values are made before the first old one goes, because one tensor may serve two updates.
    const fresh = this.program.updates.map(({ input, output }) => ({
      name: input,
      slot: { ...valueInfo(this.program, output), tensor: tf.keep(tf.clone(this.#value(values, output))) },
    }));
    for (const { name, slot } of fresh) state.replace(name, slot);
  }

  #value(values: ReadonlyMap<ValueId, Tensor>, value: ValueId): Tensor {
    const tensor = values.get(value);
    if (tensor === undefined) {
      throw new ShuuraiError(
        'internal',
        `Program "${this.program.name}" uses value ${value} before it is computed; its operations are out of order.`,
      );
    }
    return tensor;
  }
}

function lastReads(program: Program): ValueId[][] {
  const kept = new Set([
    ...program.outputs.map((output) => output.value),
    ...program.updates.map((update) => update.output),
  ]);
  const last = new Map<ValueId, number>();
  program.ops.forEach((op, index) => {
    for (const value of [...op.outputs, ...op.inputs]) last.set(value, index);
  });
  const reads: ValueId[][] = program.ops.map(() => []);
  for (const [value, index] of last) if (!kept.has(value)) reads[index]?.push(value);
  return reads;
}
