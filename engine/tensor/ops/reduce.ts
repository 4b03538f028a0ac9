import type { Graph, Tensor } from '../builder.ts';
import { type InputGradients, noFlops, noGradient, type OpDefinition, totalSize } from '../definition.ts';
import type { Shape, ValueInfo } from '../ir.ts';
import { expectDType, expectInputs, normaliseAxes, sizeOf, violate } from '../shape.ts';

interface ReduceSpec {
  readonly axes: readonly number[];
  readonly keepDims: boolean;
}

function infer(spec: ReduceSpec, inputs: readonly ValueInfo[]): ValueInfo[] {
  const [x] = expectInputs(inputs, 1);
  expectDType(x, 'f32');
  const axes = normaliseAxes(spec.axes, x.shape.length);
  if (axes.length === 0) violate('it names no axis to reduce');
  return [{ dtype: 'f32', shape: reducedShape(x.shape, axes, spec.keepDims) }];
}

function reducedShape(shape: Shape, axes: readonly number[], keepDims: boolean): Shape {
  const kept = shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  return keepDims ? kept : kept.filter((_, axis) => !axes.includes(axis));
}

/** The cotangent with the reduced axes put back as size 1: constant along them, so nothing is broadcast. */
function restoreAxes(g: Graph, spec: ReduceSpec, x: Tensor, dy: Tensor): Tensor {
  if (spec.keepDims) return dy;
  const axes = normaliseAxes(spec.axes, x.shape.length);
  const sizes = [...dy.shape];
  return g.reshape(
    dy,
    x.shape.map((_, axis) => (axes.includes(axis) ? 1 : (sizes.shift() ?? 1))),
  );
}

function reducedSize(spec: ReduceSpec, x: Tensor): number {
  return sizeOf(normaliseAxes(spec.axes, x.shape.length).map((axis) => x.shape[axis] ?? 1));
}

type ReduceKind = 'reduceSum' | 'reduceMean' | 'reduceMax';

function reduceOp(
  rule: (g: Graph, spec: ReduceSpec, x: Tensor, y: Tensor, dy: Tensor) => Tensor,
): OpDefinition<ReduceKind> {
  return {
    infer,
    gradient(context): InputGradients {
      const { g, spec, inputs, outputs, cotangents } = context;
      const [x] = inputs;
      const [y] = outputs;
      const [dy] = cotangents;
      if (!x || !y || !dy) return noGradient(context);
      return [rule(g, spec, x, y, restoreAxes(g, spec, x, dy))];
    },
    flops: (_spec, inputs) => totalSize(inputs),
  };
}

export const reduceSum: OpDefinition<'reduceSum'> = reduceOp((_g, _spec, _x, _y, dy) => dy);

export const reduceMean: OpDefinition<'reduceMean'> = reduceOp((g, spec, x, _y, dy) =>
  g.mul(dy, 1 / reducedSize(spec, x)),
);

/** Ties share the gradient equally (a subgradient; the choice of JAX and PyTorch's amax). */
export const reduceMax: OpDefinition<'reduceMax'> = reduceOp((g, spec, x, y, dy) => {
  const isMax = g.cast(g.equal(x, restoreAxes(g, spec, x, y)), 'f32');
  return g.mul(isMax, g.div(dy, g.reduceSum(isMax, spec.axes, { keepDims: true })));
});

export const argMax: OpDefinition<'argMax'> = {
  infer(_spec, inputs) {
    const [x] = expectInputs(inputs, 1);
    expectDType(x, 'f32');
    if (x.shape.length === 0) violate('it takes at least one axis');
    return [{ dtype: 'i32', shape: x.shape.slice(0, -1) }];
  },
  gradient: noGradient,
  flops: noFlops,
};
