import { ShuuraiError } from '../core/errors.ts';
import type { DType, Program, ProgramInput, Shape, TensorData, ValueInfo } from '../tensor/ir.ts';
import type { Inputs } from './executor.ts';
import { type IdBound, idBounds } from './idBounds.ts';

export const elementCount = (shape: Shape): number => shape.reduce((product, extent) => product * extent, 1);

export function newTensorData(dtype: DType, length: number): TensorData {
  if (dtype === 'f32') return new Float32Array(length);
  return dtype === 'i32' ? new Int32Array(length) : new Uint8Array(length);
}

function hasType(data: TensorData, dtype: DType): boolean {
  if (dtype === 'f32') return data instanceof Float32Array;
  return dtype === 'i32' ? data instanceof Int32Array : data instanceof Uint8Array;
}

const ARRAY_NAME: Record<DType, string> = { f32: 'Float32Array', i32: 'Int32Array', bool: 'Uint8Array' };

/** Throws unless `data` fits `info`. `what` begins the sentence: `Input "tokens" of program "train"`. */
export function checkData(what: string, info: ValueInfo, data: TensorData | undefined): TensorData {
  const expected = `${info.dtype} [${info.shape.join(', ')}]`;
  if (data === undefined) {
    throw new ShuuraiError('invalid-arguments', `${what} is missing; pass ${expected}.`);
  }
  if (!hasType(data, info.dtype)) {
    const given = data.constructor.name;
    const wanted = ARRAY_NAME[info.dtype];
    throw new ShuuraiError(
      'invalid-arguments',
      `${what} is a ${given}, but ${expected} needs a ${wanted}; convert it.`,
    );
  }
  const length = elementCount(info.shape);
  if (data.length !== length) {
    throw new ShuuraiError(
      'invalid-arguments',
      `${what} has ${data.length} elements, but ${expected} has ${length}; pass an array of that length.`,
    );
  }
  return data;
}

export interface CheckedInput {
  readonly input: ProgramInput;
  readonly info: ValueInfo;
}

/** Checks everything that is passed at a call, so that a bad array fails before any tensor is touched. */
export class InputCheck {
  readonly #program: Program;
  readonly #passed: readonly CheckedInput[];
  readonly #bounds: ReadonlyMap<string, IdBound>;

  constructor(program: Program) {
    this.#program = program;
    this.#passed = program.inputs
      .filter((input) => input.role === 'data' || input.role === 'control')
      .map((input) => ({ input, info: valueInfo(program, input.value) }));
    this.#bounds = idBounds(program);
  }

  /** The arrays in the order of the program's `data` and `control` inputs. Inputs it does not know are ignored. */
  check(inputs: Inputs): (CheckedInput & { readonly data: TensorData })[] {
    return this.#passed.map(({ input, info }) => {
      const what = `Input "${input.name}" of program "${this.#program.name}"`;
      const data = checkData(what, info, inputs[input.name]);
      const bound = this.#bounds.get(input.name);
      if (bound !== undefined) checkIds(what, data, bound);
      return { input, info, data };
    });
  }
}

function checkIds(what: string, data: TensorData, bound: IdBound): void {
  for (let i = 0; i < data.length; i++) {
    const id = data[i] ?? -1;
    if (id < 0 || id >= bound.rows) {
      const where = bound.source === undefined ? `a ${bound.kind}` : `the ${bound.kind} of ${bound.source}`;
      throw new ShuuraiError(
        'invalid-arguments',
        `${what} holds ${id} at element ${i}, but it indexes ${bound.rows} rows in ${where}; ids must lie in 0..${bound.rows - 1}.`,
      );
    }
  }
}

export function valueInfo(program: Program, value: number): ValueInfo {
  const info = program.values[value];
  if (info === undefined) {
    throw new ShuuraiError('internal', `Program "${program.name}" has no value ${value}.`);
  }
  return info;
}

/** Throws unless a resident tensor has the type and shape that the program declares for it. */
export function checkSlot(program: Program, input: ProgramInput, slot: ValueInfo): void {
  const wanted = valueInfo(program, input.value);
  if (slot.dtype === wanted.dtype && slot.shape.join() === wanted.shape.join()) return;
  const print = ({ dtype, shape }: ValueInfo): string => `${dtype} [${shape.join(', ')}]`;
  throw new ShuuraiError(
    'invalid-arguments',
    `Tensor "${input.name}" is ${print(slot)}, but program "${program.name}" needs ${print(wanted)}.`,
  );
}
