import { ShuuraiError } from '../../core/errors.ts';
import type { Graph, Tensor } from '../builder.ts';
import { materialise } from '../cotangent.ts';
import { type InputGradients, noGradient, type OpDefinition, totalSize } from '../definition.ts';
import type { ValueInfo } from '../ir.ts';
import { expectDType, expectInputs, violate } from '../shape.ts';
import { hasZeroMean, probabilityDot, scaledOneHot } from './patterns.ts';

function expectRows(inputs: readonly ValueInfo[]): ValueInfo {
  const [x] = expectInputs(inputs, 1);
  expectDType(x, 'f32');
  if (x.shape.length === 0) violate('it takes at least one axis');
  return x;
}

function sumLast(g: Graph, x: Tensor): Tensor {
  return g.reduceSum(x, [-1], { keepDims: true });
}

/** dx = p (dp - sum(dp p)). */
export const softmax: OpDefinition<'softmax'> = {
  infer: (_spec, inputs) => [expectRows(inputs)],
  gradient(context): InputGradients {
    const { g, outputs, cotangents } = context;
    const [p] = outputs;
    const [dp] = cotangents;
    if (!p || !dp) return noGradient(context);
    const dot = probabilityDot(g, p, dp) ?? sumLast(g, g.mul(dp, p));
    return [g.mul(p, g.sub(dp, dot))];
  },
  // Maximum, subtract, exponential, sum, divide.
  flops: (_spec, inputs) => 5 * totalSize(inputs),
};

/**
 * dx = dy - softmax(x) sum(dy). For the cross-entropy, dy is one scaled one-hot row for each target; then
 * dx = (onehot - softmax(x)) scale, without a sum.
 */
export const logSoftmax: OpDefinition<'logSoftmax'> = {
  infer: (_spec, inputs) => [expectRows(inputs)],
  gradient(context): InputGradients {
    const { g, outputs, cotangents } = context;
    const [y] = outputs;
    const [dy] = cotangents;
    if (!y || !dy) return noGradient(context);
    const target = scaledOneHot(g, dy);
    if (target) return [g.mul(g.sub(target.oneHot, g.exp(y)), target.scale)];
    // A cotangent that is constant along the row has to be summed at its full length.
    const full = dy.shape.at(-1) === 1 ? materialise(g, dy, y.shape) : dy;
    return [g.sub(full, g.mul(g.exp(y), sumLast(g, full)))];
  },
  flops: (_spec, inputs) => 5 * totalSize(inputs),
};

/**
 * Ba, Kiros & Hinton 2016 (arXiv 1607.06450) without the affine part:
 * dx = invStd (dy - mean(dy) - xhat mean(dy xhat)). The first mean is left out where dy is known to have none
 * (see `normLinear`).
 */
export const layerNorm: OpDefinition<'layerNorm'> = {
  infer(spec, inputs) {
    const x = expectRows(inputs);
    if (!(spec.epsilon >= 0)) violate(`its epsilon is ${spec.epsilon}, not a number from 0`);
    return [x, { dtype: 'f32', shape: [...x.shape.slice(0, -1), 1] }];
  },
  gradient(context): InputGradients {
    const { g, outputs, cotangents } = context;
    const [xhat, invStd] = outputs;
    const [dy, dInvStd] = cotangents;
    if (dInvStd) {
      throw new ShuuraiError(
        'internal',
        'A gradient reached the second output (1/std) of layerNorm, which is not differentiable; use stopGradient on it.',
      );
    }
    if (!xhat || !invStd || !dy) return noGradient(context);
    // Constant along a row: the normalised row does not change with its mean, and dy is all mean.
    if (dy.shape.at(-1) === 1 && xhat.shape.at(-1) !== 1) return [undefined];
    const projection = g.mul(xhat, g.reduceMean(g.mul(dy, xhat), [-1], { keepDims: true }));
    const centred = hasZeroMean(g, dy) ? dy : g.sub(dy, g.reduceMean(dy, [-1], { keepDims: true }));
    return [g.mul(g.sub(centred, projection), invStd)];
  },
  // Mean, centre, square, mean, scale and the root.
  flops: (_spec, inputs) => 6 * totalSize(inputs),
};
