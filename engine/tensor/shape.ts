import type { DType, Shape, ValueInfo } from './ir.ts';

/** Thrown by shape rules: only the reason. The builder adds the operation, its source and the shapes. */
export class RuleViolation extends Error {}

export function violate(reason: string): never {
  throw new RuleViolation(reason);
}

export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/** The row-major distance between neighbours along each axis, in elements. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= shape[axis]!;
  }
  return strides;
}

/** Every size a whole number above 0. Nothing in a program is empty. */
export function checkShape(shape: Shape): Shape {
  for (const size of shape) {
    if (!Number.isSafeInteger(size) || size < 1) {
      violate(`the shape ${printShape(shape)} has the size ${size}, but sizes are whole numbers from 1`);
    }
  }
  return shape;
}

/** `shape` with ones in front, up to `rank` axes. */
export function padShape(shape: Shape, rank: number): number[] {
  return [...new Array<number>(Math.max(0, rank - shape.length)).fill(1), ...shape];
}

/** The common shape under NumPy broadcasting. */
export function broadcastShapes(...shapes: readonly Shape[]): Shape {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  const result = new Array<number>(rank).fill(1);
  for (const shape of shapes) {
    const padded = padShape(shape, rank);
    for (let axis = 0; axis < rank; axis++) {
      const size = padded[axis]!;
      if (size === 1) continue;
      if (result[axis] !== 1 && result[axis] !== size) {
        violate(`${shapes.map(printShape).join(' and ')} do not broadcast`);
      }
      result[axis] = size;
    }
  }
  return result;
}

/** Axes counted from 0, ascending, distinct; negative ones count from the end. */
export function normaliseAxes(axes: readonly number[], rank: number): number[] {
  const result = axes.map((axis) => normaliseAxis(axis, rank)).sort((a, b) => a - b);
  if (new Set(result).size !== result.length) violate(`the axes ${axes.join(', ')} repeat`);
  return result;
}

export function normaliseAxis(axis: number, rank: number): number {
  const result = axis < 0 ? axis + rank : axis;
  if (!Number.isInteger(result) || result < 0 || result >= rank) {
    violate(`axis ${axis} does not exist among ${rank} axes`);
  }
  return result;
}

export function printShape(shape: Shape): string {
  return `[${shape.join(', ')}]`;
}

export function printValue(value: ValueInfo): string {
  return `${value.dtype}${printShape(value.shape)}`;
}

export function expectDType(value: ValueInfo, ...allowed: readonly DType[]): void {
  if (!allowed.includes(value.dtype)) violate(`it takes ${allowed.join(' or ')}, not ${value.dtype}`);
}

const WORDS = ['no inputs', 'one input', 'two inputs', 'three inputs'];

/** The inputs, after checking that there are as many as the operation takes. */
export function expectInputs(inputs: readonly ValueInfo[], count: 0): readonly [];
export function expectInputs(inputs: readonly ValueInfo[], count: 1): readonly [ValueInfo];
export function expectInputs(inputs: readonly ValueInfo[], count: 2): readonly [ValueInfo, ValueInfo];
export function expectInputs(
  inputs: readonly ValueInfo[],
  count: 3,
): readonly [ValueInfo, ValueInfo, ValueInfo];
export function expectInputs(inputs: readonly ValueInfo[], count: number): readonly ValueInfo[] {
  if (inputs.length !== count) violate(`it takes ${WORDS[count]}, not ${inputs.length}`);
  return inputs;
}
