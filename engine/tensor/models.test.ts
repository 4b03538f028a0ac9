import { describe, expect, it } from 'vitest';
import { randomStream } from '../core/random.ts';
import { Graph, type Tensor } from './builder.ts';
import { crossEntropy } from './crossEntropy.testing.ts';
import { grad } from './grad.ts';
import { gradientError } from './gradientError.testing.ts';
import type { Shape } from './ir.ts';
import { linear } from './linear.testing.ts';
import { optimize } from './passes/optimize.ts';
import { sizeOf } from './shape.ts';

function make(name: string, shape: Shape): { shape: Shape; data: number[] } {
  const stream = randomStream(2, 'model', name);
  return { shape, data: Array.from({ length: sizeOf(shape) }, () => Math.fround(0.7 * stream.normal())) };
}

/** Both the program as differentiated and as optimised. */
function worst(
  inputs: Parameters<typeof gradientError>[0],
  body: (g: Graph, ...inputs: Tensor[]) => Tensor,
): number {
  return Math.max(gradientError(inputs, body), gradientError(inputs, body, optimize));
}

/** ((xhat gain) W), as the models compute it: gain in the matrix, means of the columns taken off. */
function normLinear(g: Graph, xhat: Tensor, gain: Tensor, weight: Tensor): Tensor {
  const gained = g.mul(weight, g.reshape(gain, [...gain.shape, 1]));
  return g.matmul(xhat, g.sub(gained, g.reduceMean(gained, [1], { keepDims: true })));
}

describe('shorter gradient rules are found', () => {
  it('softmax of attention sums over the head where that is shorter', () => {
    const g = new Graph('attention');
    const shape = [2, 8, 3];
    const [q, k, v] = ['q', 'k', 'v'].map((name) => g.input(name, 'parameter', 'f32', shape));
    const mixed = g.matmul(g.softmax(g.matmul(q!, k!, { transB: true })), v!);
    grad(g, g.reduceSum(g.square(mixed), [0, 1, 2]), [q!, k!, v!]);
    const sums = g.ops().filter((op) => op.spec.kind === 'reduceSum' && op.spec.keepDims);
    expect(sums.map((op) => g.tensor(op.inputs[0]!).shape)).toEqual([shape]);
  });

  it('layer norm leaves out a mean that is zero', () => {
    const g = new Graph('norm');
    const x = g.input('x', 'parameter', 'f32', [2, 8, 3]);
    const gain = g.input('gain', 'parameter', 'f32', [2, 3]);
    const weight = g.input('w', 'parameter', 'f32', [2, 3, 5]);
    const before = normLinear(g, g.layerNorm(x).xhat, gain, weight);
    grad(g, g.reduceSum(g.square(before), [0, 1, 2]), [x]);
    const means = g
      .ops()
      .filter((op) => op.spec.kind === 'reduceMean' && op.inputs.every((id) => g.tensor(id).shape[1] === 8));
    expect(means).toHaveLength(1);
  });
});

describe('gradients of whole models match finite differences', () => {
  it.each([0, 0.1])('a two-layer perceptron for each fish, label smoothing %s', (smoothing) => {
    const targets = Int32Array.of(0, 2, 1, 2, 2, 0, 1, 1);
    const error = worst(
      [
        make('x', [2, 2, 2, 3]),
        make('w1', [2, 3, 5]),
        make('b1', [2, 5]),
        make('w2', [2, 5, 3]),
        make('b2', [2, 3]),
      ],
      (g, x, w1, b1, w2, b2) => {
        const hidden = g.gelu(linear(g, x!, w1!, b1!));
        const nll = crossEntropy(g, linear(g, hidden, w2!, b2!), g.constant(targets, [2, 2, 2]), smoothing);
        return g.reduceMean(nll, [1, 2]);
      },
    );
    expect(error).toBeLessThan(1e-5);
  });

  // With d < T the softmax gradient takes its shorter way, sum(dO O), with d >= T the usual one.
  it.each([
    { length: 4, size: 2 },
    { length: 2, size: 3 },
  ])('a pre-norm attention block with embeddings, T = $length, d = $size', ({ length, size }) => {
    const [fish, rows, heads, vocabulary] = [2, 2, 2, 5];
    const width = heads * size;
    const ids = Int32Array.from({ length: fish * rows * length }, (_, i) => (i * i + 1) % vocabulary);
    const causal = Float32Array.from({ length: length * length }, (_, i) =>
      i % length > Math.floor(i / length) ? -1e9 : 0,
    );
    const error = worst(
      [
        make('wte', [fish, vocabulary, width]),
        make('gain1', [fish, width]),
        make('attn', [fish, width, 3 * width]),
        make('proj', [fish, width, width]),
        make('gain2', [fish, width]),
        make('fc', [fish, width, 5]),
        make('out', [fish, 5, width]),
        make('head', [fish, width, vocabulary]),
      ],
      (g, wte, gain1, attn, proj, gain2, fc, out, head) => {
        const tokens = g.constant(ids, [fish, rows * length]);
        let x = g.gather(wte!, tokens, { batchDims: 1 }); // [N, BT, D]
        const { xhat } = g.layerNorm(x, 0.05);
        const [q, k, v] = [0, 1, 2].map((part) => {
          const weight = g.sliceAxis(attn!, 2, part * width, (part + 1) * width);
          const y = normLinear(g, xhat, gain1!, weight);
          return g.transpose(g.reshape(y, [fish * rows, length, heads, size]), [0, 2, 1, 3]);
        });
        const scores = g.matmul(q!, k!, { transB: true, alpha: 1 / Math.sqrt(size) });
        const masked = g.add(scores, g.constant(causal, [1, 1, length, length]));
        const mixed = g.matmul(g.softmax(masked), v!);
        const joined = g.reshape(g.transpose(mixed, [0, 2, 1, 3]), [fish, rows * length, width]);
        x = g.add(x, g.matmul(joined, proj!));
        const hidden = g.relu(normLinear(g, g.layerNorm(x, 0.05).xhat, gain2!, fc!));
        x = g.add(x, g.matmul(hidden, out!));
        const nll = crossEntropy(g, g.matmul(x, head!), tokens);
        return g.reduceMean(nll, [1]);
      },
    );
    expect(error).toBeLessThan(1e-5);
  });
});
