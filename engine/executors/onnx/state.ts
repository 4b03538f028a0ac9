import { Tensor } from 'onnxruntime-node';
import { ShuuraiError } from '../../core/errors.ts';
import type { DType, Shape, TensorData } from '../../tensor/ir.ts';
import type { TensorState } from '../executor.ts';
import { checkData, elementCount, newTensorData } from '../inputs.ts';

/** A tensor over `data`, not a copy. */
export function wrap(shape: Shape, data: TensorData): Tensor {
  if (data instanceof Float32Array) return new Tensor('float32', data, shape);
  return data instanceof Int32Array ? new Tensor('int32', data, shape) : new Tensor('bool', data, shape);
}

/** One named tensor: the buffer that holds its value, and a second one once a program needed it. */
export class Slot {
  readonly dtype: DType;
  readonly shape: Shape;
  #data: TensorData;
  #tensor: Tensor;
  #spare: { data: TensorData; tensor: Tensor } | undefined;

  constructor(dtype: DType, shape: Shape, data: TensorData) {
    this.dtype = dtype;
    this.shape = shape;
    this.#data = data;
    this.#tensor = wrap(shape, data);
  }

  get data(): TensorData {
    return this.#data;
  }

  get tensor(): Tensor {
    return this.#tensor;
  }

  /** Where a new value can be computed while the old one is still read. */
  get spare(): Tensor {
    if (this.#spare === undefined) {
      const data = newTensorData(this.dtype, this.#data.length);
      this.#spare = { data, tensor: wrap(this.shape, data) };
    }
    return this.#spare.tensor;
  }

  /** The spare buffer now holds the value. */
  swap(): void {
    if (this.#spare === undefined) return;
    const { data, tensor } = this.#spare;
    this.#spare = { data: this.#data, tensor: this.#tensor };
    this.#data = data;
    this.#tensor = tensor;
  }
}

/** Named tensors in JavaScript memory, which onnxruntime reads and writes without copying. */
export class OnnxState implements TensorState {
  readonly #slots = new Map<string, Slot>();
  #last: Promise<unknown> = Promise.resolve();

  names(): readonly string[] {
    return [...this.#slots.keys()];
  }

  info(name: string): { readonly dtype: DType; readonly shape: Shape } {
    const { dtype, shape } = this.slot(name);
    return { dtype, shape };
  }

  set(name: string, dtype: DType, shape: Shape, data: TensorData): void {
    checkData(`Tensor "${name}"`, { dtype, shape }, data);
    const known = this.#slots.get(name);
    if (known !== undefined && known.dtype === dtype && known.shape.join() === shape.join()) {
      known.data.set(data);
      return;
    }
    const copy = newTensorData(dtype, elementCount(shape));
    copy.set(data);
    this.#slots.set(name, new Slot(dtype, [...shape], copy));
  }

  get(name: string): TensorData {
    return this.slot(name).data.slice();
  }

  delete(name: string): void {
    this.#slots.delete(name);
  }

  dispose(): void {
    this.#slots.clear();
  }

  slot(name: string): Slot {
    const slot = this.#slots.get(name);
    if (slot === undefined) {
      throw new ShuuraiError(
        'invalid-arguments',
        `The state holds no tensor "${name}"; set it before the run.`,
      );
    }
    return slot;
  }

  /** Runs `task` after every earlier one: two programs must not write one buffer at a time. */
  exclusively<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
