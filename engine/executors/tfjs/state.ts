import type { Tensor } from '@tensorflow/tfjs-core';
import { ShuuraiError } from '../../core/errors.ts';
import type { DType, Shape, TensorData } from '../../tensor/ir.ts';
import type { TensorState } from '../executor.ts';
import { checkData } from '../inputs.ts';
import { TF_DTYPE } from './ops/layout.ts';
import { tf } from './tf.ts';

export interface TfSlot {
  readonly dtype: DType;
  readonly shape: Shape;
  readonly tensor: Tensor;
}

/** A copy of a tensor's elements in JavaScript. */
export function read(tensor: Tensor): TensorData {
  return tensor.dataSync().slice();
}

/** Named tensors in the backend's own memory. */
export class TfjsState implements TensorState {
  readonly #slots = new Map<string, TfSlot>();

  names(): readonly string[] {
    return [...this.#slots.keys()];
  }

  info(name: string): { readonly dtype: DType; readonly shape: Shape } {
    const { dtype, shape } = this.slot(name);
    return { dtype, shape };
  }

  set(name: string, dtype: DType, shape: Shape, data: TensorData): void {
    checkData(`Tensor "${name}"`, { dtype, shape }, data);
    const tensor = tf.keep(tf.tensor(data.slice(), [...shape], TF_DTYPE[dtype]));
    this.replace(name, { dtype, shape: [...shape], tensor });
  }

  get(name: string): TensorData {
    return read(this.slot(name).tensor);
  }

  delete(name: string): void {
    this.#slots.get(name)?.tensor.dispose();
    this.#slots.delete(name);
  }

  dispose(): void {
    for (const name of this.names()) this.delete(name);
  }

  slot(name: string): TfSlot {
    const slot = this.#slots.get(name);
    if (slot === undefined) {
      throw new ShuuraiError(
        'invalid-arguments',
        `The state holds no tensor "${name}"; set it before the run.`,
      );
    }
    return slot;
  }

  /** Takes the tensor over and lets the old one go. */
  replace(name: string, slot: TfSlot): void {
    this.delete(name);
    this.#slots.set(name, slot);
  }
}
