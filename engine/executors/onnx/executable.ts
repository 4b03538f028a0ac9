import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { ShuuraiError } from '../../core/errors.ts';
import type { Program, TensorData } from '../../tensor/ir.ts';
import type { Executable, Inputs, Outputs, TensorState } from '../executor.ts';
import { checkSlot, elementCount, InputCheck, newTensorData } from '../inputs.ts';
import type { EmittedProgram } from './emitProgram.ts';
import { OnnxState, type Slot, wrap } from './state.ts';

/** A program loaded into onnxruntime. A call allocates nothing but a few small JavaScript objects. */
export class OnnxExecutable implements Executable {
  readonly program: Program;
  readonly #session: InferenceSession;
  readonly #emitted: EmittedProgram;
  readonly #inputs: InputCheck;
  readonly #outputs: readonly {
    readonly name: string;
    readonly onnx: string;
    data: TensorData;
    tensor: Tensor;
  }[];

  constructor(program: Program, emitted: EmittedProgram, session: InferenceSession) {
    this.program = program;
    this.#session = session;
    this.#emitted = emitted;
    this.#inputs = new InputCheck(program);
    this.#outputs = emitted.outputs.map(({ name, onnx, dtype, shape }) => {
      const data = newTensorData(dtype, elementCount(shape));
      return { name, onnx, data, tensor: wrap(shape, data) };
    });
  }

  /** Names of the updates that are written over the old value, for tests and reports. */
  get inPlace(): readonly string[] {
    return this.#emitted.updates.filter((update) => update.inPlace).map((update) => update.name);
  }

  run(state: TensorState, inputs: Inputs): Promise<Outputs> {
    if (!(state instanceof OnnxState)) {
      return Promise.reject(
        new ShuuraiError(
          'invalid-arguments',
          'The onnx executor was given a state that another executor made.',
        ),
      );
    }
    return state.exclusively(() => this.#run(state, inputs));
  }

  async #run(state: OnnxState, inputs: Inputs): Promise<Outputs> {
    const feeds: Record<string, Tensor> = {};
    const onnxNames = new Map(this.#emitted.inputs.map((input) => [input.name, input.onnx]));
    for (const { input, info, data } of this.#inputs.check(inputs)) {
      feeds[onnxNames.get(input.name) ?? ''] = wrap(info.shape, data);
    }
    for (const input of this.#emitted.inputs) {
      if (input.role !== 'parameter' && input.role !== 'state') continue;
      feeds[input.onnx] = this.#slot(state, input.name).tensor;
    }
    const fetches: Record<string, Tensor> = {};
    const swapped: Slot[] = [];
    for (const update of this.#emitted.updates) {
      const slot = this.#slot(state, update.name);
      if (!update.inPlace) swapped.push(slot);
      fetches[update.onnx] = update.inPlace ? slot.tensor : slot.spare;
    }
    for (const output of this.#outputs) fetches[output.onnx] = output.tensor;
    try {
      await this.#session.run(feeds, fetches);
    } catch (cause) {
      throw this.#failure(cause);
    }
    for (const slot of swapped) slot.swap();
    return Object.fromEntries(this.#outputs.map(({ name, data }) => [name, data]));
  }

  dispose(): void {
    // Releasing is synchronous in the binding; the promise it returns is already settled.
    void this.#session.release();
  }

  #slot(state: OnnxState, name: string): Slot {
    const slot = state.slot(name);
    const input = this.program.inputs.find((candidate) => candidate.name === name);
    if (input !== undefined) checkSlot(this.program, input, slot);
    return slot;
  }

  #failure(cause: unknown): ShuuraiError {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const torn = this.inPlace.length > 0;
    const consequence = torn
      ? `Its tensors may be partly updated (${this.inPlace.slice(0, 3).join(', ')}...): go back to the last checkpoint.`
      : 'Its tensors are as they were before the call.';
    return new ShuuraiError('internal', `Program "${this.program.name}" failed: ${reason} ${consequence}`, {
      cause,
      details: { program: this.program.name, stateConsistent: !torn },
    });
  }
}
