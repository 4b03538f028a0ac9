import type { DType, Shape, TensorData } from '../../tensor/ir.ts';
import { elementCount } from '../inputs.ts';

/** A small linear congruential generator (Numerical Recipes): test data only, the same in every run. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface DataRange {
  readonly low?: number;
  readonly high?: number;
}

/** f32 in [low, high), i32 in low..high-1, bool at random; by default -2..2 and 0..4. */
export function randomData(
  dtype: DType,
  shape: Shape,
  next: () => number,
  range: DataRange = {},
): TensorData {
  const length = elementCount(shape);
  if (dtype === 'bool') return Uint8Array.from({ length }, () => Number(next() < 0.5));
  if (dtype === 'i32') {
    const { low = 0, high = 5 } = range;
    return Int32Array.from({ length }, () => Math.floor(low + (high - low) * next()));
  }
  const { low = -2, high = 2 } = range;
  return Float32Array.from({ length }, () => low + (high - low) * next());
}
