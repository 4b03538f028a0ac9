import type { Tensor } from '../builder.ts';
import { materialise, reduceTo, reshapeLazily } from '../cotangent.ts';
import { type InputGradients, noFlops, noGradient, type OpDefinition } from '../definition.ts';
import {
  broadcastShapes,
  checkShape,
  expectDType,
  expectInputs,
  normaliseAxis,
  printShape,
  sameShape,
  sizeOf,
  violate,
} from '../shape.ts';

export const constant: OpDefinition<'constant'> = {
  infer(spec, inputs) {
    expectInputs(inputs, 0);
    checkShape(spec.shape);
    if (spec.data.length !== sizeOf(spec.shape)) {
      violate(`it has ${spec.data.length} numbers for the shape ${printShape(spec.shape)}`);
    }
    const arrays = { f32: Float32Array, i32: Int32Array, bool: Uint8Array };
    if (!(spec.data instanceof arrays[spec.dtype])) violate(`its array is not one of ${spec.dtype}`);
    return [{ dtype: spec.dtype, shape: spec.shape }];
  },
  gradient: noGradient,
  flops: noFlops,
};

function inversePermutation(perm: readonly number[]): number[] {
  const inverse = new Array<number>(perm.length);
  perm.forEach((from, to) => {
    inverse[from] = to;
  });
  return inverse;
}

/** Axis i of the result is axis perm[i] of the input. */
export const transpose: OpDefinition<'transpose'> = {
  infer(spec, inputs) {
    const [x] = expectInputs(inputs, 1);
    const seen = new Set(spec.perm);
    const valid = spec.perm.every((axis) => Number.isInteger(axis) && axis >= 0 && axis < x.shape.length);
    if (!valid || seen.size !== x.shape.length || spec.perm.length !== x.shape.length) {
      violate(`(${spec.perm.join(', ')}) is not a permutation of ${x.shape.length} axes`);
    }
    return [{ dtype: x.dtype, shape: spec.perm.map((axis) => x.shape[axis] ?? 1) }];
  },
  gradient(context): InputGradients {
    const [dy] = context.cotangents;
    return [dy && context.g.transpose(dy, inversePermutation(context.spec.perm))];
  },
  flops: noFlops,
};

export const reshape: OpDefinition<'reshape'> = {
  infer(spec, inputs) {
    const [x] = expectInputs(inputs, 1);
    checkShape(spec.shape);
    if (sizeOf(spec.shape) !== sizeOf(x.shape)) {
      violate(`${printShape(spec.shape)} has another number of elements than ${printShape(x.shape)}`);
    }
    return [{ dtype: x.dtype, shape: spec.shape }];
  },
  gradient(context): InputGradients {
    const { g, inputs, outputs, cotangents } = context;
    const [x] = inputs;
    const [y] = outputs;
    const [dy] = cotangents;
    if (!x || !y || !dy) return noGradient(context);
    const { before, after } = reshapeLazily(dy.shape, y.shape, x.shape);
    return [g.reshape(materialise(g, dy, before), after)];
  },
  flops: noFlops,
};

/** [start, end) along every axis. */
export const slice: OpDefinition<'slice'> = {
  infer(spec, inputs) {
    const [x] = expectInputs(inputs, 1);
    const { starts, ends } = spec;
    if (starts.length !== x.shape.length || ends.length !== x.shape.length) {
      violate(`it needs a start and an end for each of ${x.shape.length} axes`);
    }
    x.shape.forEach((size, axis) => {
      const [start, end] = [starts[axis] ?? 0, ends[axis] ?? 0];
      if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > size || start >= end) {
        violate(`[${start}, ${end}) is not a range within axis ${axis} of ${printShape(x.shape)}`);
      }
    });
    return [{ dtype: x.dtype, shape: x.shape.map((_, axis) => (ends[axis] ?? 0) - (starts[axis] ?? 0)) }];
  },
  // Zeros around the cotangent. Slices along one axis do not come here: `grad` joins them again by one concat.
  gradient(context): InputGradients {
    const { g, spec, inputs, outputs, cotangents } = context;
    const [x] = inputs;
    const [y] = outputs;
    if (!x || !y || !cotangents[0]) return noGradient(context);
    let result: Tensor = materialise(g, cotangents[0], y.shape);
    for (let axis = 0; axis < x.shape.length; axis++) {
      const [start, end, size] = [spec.starts[axis] ?? 0, spec.ends[axis] ?? 0, x.shape[axis] ?? 1];
      const zeros = (count: number): Tensor[] =>
        count === 0
          ? []
          : [
              g.fill(
                0,
                result.shape.map((s, a) => (a === axis ? count : s)),
              ),
            ];
      const parts = [...zeros(start), result, ...zeros(size - end)];
      if (parts.length > 1) result = g.concat(parts, axis);
    }
    return [result];
  },
  flops: noFlops,
};

export const concat: OpDefinition<'concat'> = {
  infer(spec, inputs) {
    const [first] = inputs;
    if (!first) violate('it takes at least one input');
    const axis = normaliseAxis(spec.axis, first.shape.length);
    let total = 0;
    for (const input of inputs) {
      const fits = input.shape.length === first.shape.length && input.dtype === first.dtype;
      if (!fits || !input.shape.every((size, a) => a === axis || size === first.shape[a])) {
        violate(`its inputs differ elsewhere than along axis ${axis}`);
      }
      total += input.shape[axis] ?? 0;
    }
    return [{ dtype: first.dtype, shape: first.shape.map((size, a) => (a === axis ? total : size)) }];
  },
  gradient(context): InputGradients {
    const { g, spec, inputs, outputs, cotangents, needs } = context;
    const [y] = outputs;
    const [dy] = cotangents;
    if (!y || !dy) return noGradient(context);
    const axis = normaliseAxis(spec.axis, y.shape.length);
    let start = 0;
    return inputs.map((input, i) => {
      const end = start + (input.shape[axis] ?? 0);
      // A cotangent that is constant along the axis is the same for every piece.
      const piece = needs[i] ? (dy.shape[axis] === 1 ? dy : g.sliceAxis(dy, axis, start, end)) : undefined;
      start = end;
      return piece;
    });
  },
  flops: noFlops,
};

export const broadcast: OpDefinition<'broadcast'> = {
  infer(spec, inputs) {
    const [x] = expectInputs(inputs, 1);
    checkShape(spec.shape);
    if (!sameShape(broadcastShapes(x.shape, spec.shape), spec.shape)) {
      violate(`${printShape(x.shape)} does not broadcast to ${printShape(spec.shape)}`);
    }
    return [{ dtype: x.dtype, shape: spec.shape }];
  },
  gradient(context): InputGradients {
    const { g, inputs, outputs, cotangents } = context;
    const [x] = inputs;
    const [y] = outputs;
    const [dy] = cotangents;
    if (!x || !y || !dy) return noGradient(context);
    return [reduceTo(g, dy, y.shape, x.shape)];
  },
  flops: noFlops,
};

/** f32 to i32 cuts towards zero; anything to bool is "not zero"; bool to a number is 0 or 1. */
export const cast: OpDefinition<'cast'> = {
  infer(spec, inputs) {
    const [x] = expectInputs(inputs, 1);
    return [{ dtype: spec.to, shape: x.shape }];
  },
  gradient(context): InputGradients {
    const [x] = context.inputs;
    return [x?.dtype === 'f32' ? context.cotangents[0] : undefined];
  },
  flops: noFlops,
};

export const stopGradient: OpDefinition<'stopGradient'> = {
  infer(_spec, inputs) {
    const [x] = expectInputs(inputs, 1);
    expectDType(x, 'f32', 'i32', 'bool');
    return [x];
  },
  gradient: noGradient,
  flops: noFlops,
};
