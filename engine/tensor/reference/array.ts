import type { DType, Shape } from '../ir.ts';
import { padShape, sizeOf, stridesOf } from '../shape.ts';

/** A tensor of the reference interpreter: float64 whatever its type (bool as 0 and 1, i32 as whole numbers). */
export interface RefArray {
  readonly dtype: DType;
  readonly shape: Shape;
  readonly data: Float64Array;
}

export function refArray(dtype: DType, shape: Shape, fill: (index: number) => number): RefArray {
  return { dtype, shape, data: Float64Array.from({ length: sizeOf(shape) }, (_, i) => fill(i)) };
}

/** For each element of `shape`, the place in `from`, which is broadcast to it. */
export function broadcastIndex(from: Shape, shape: Shape): (index: number) => number {
  const padded = padShape(from, shape.length);
  const own = stridesOf(padded).map((stride, axis) => (padded[axis] === 1 ? 0 : stride));
  return remap(shape, own);
}

/** For each row-major index of `shape`, the sum of its coordinates times `strides`, plus `offset`. */
export function remap(shape: Shape, strides: readonly number[], offset = 0): (index: number) => number {
  const outer = stridesOf(shape);
  return (index) => {
    let place = offset;
    for (let axis = 0; axis < shape.length; axis++) {
      place += (Math.floor(index / outer[axis]!) % shape[axis]!) * strides[axis]!;
    }
    return place;
  };
}
