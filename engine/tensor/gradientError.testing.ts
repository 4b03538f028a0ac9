import { Graph, type Tensor } from './builder.ts';
import { grad } from './grad.ts';
import type { Shape } from './ir.ts';
import { evaluate } from './reference.ts';
import { sizeOf } from './shape.ts';

export interface GradientCheckInput {
  readonly shape: Shape;
  /** f32 values; the gradient with respect to them is checked. */
  readonly data: readonly number[];
}

/**
 * Compares `grad` with central finite differences in float64, for tests: `body` makes any f32 tensor of the inputs;
 * the loss is its sum weighted by fixed pseudo-random numbers, so that no error cancels. Returns the largest error,
 * relative to the larger of 1 and the gradient's largest entry.
 */
export function gradientError(
  inputs: readonly GradientCheckInput[],
  body: (g: Graph, ...inputs: Tensor[]) => Tensor,
  transform: (program: ReturnType<Graph['build']>) => ReturnType<Graph['build']> = (program) => program,
): number {
  const g = new Graph('gradient check');
  const tensors = inputs.map(({ shape }, i) => g.input(`x${i}`, 'parameter', 'f32', shape));
  const y = body(g, ...tensors);
  const weights = Float32Array.from({ length: sizeOf(y.shape) }, (_, i) => Math.sin(12.9898 * (i + 1)) + 0.1);
  const weighted = g.mul(y, g.constant(weights, y.shape));
  const loss = y.shape.length === 0 ? weighted : g.reduceSum(weighted, [...y.shape.keys()]);
  g.output('loss', loss);
  grad(g, loss, tensors).forEach((gradient, i) => {
    g.output(`d${i}`, gradient);
  });
  const program = transform(g.build());
  const lossOf = (values: readonly (readonly number[])[]): number => {
    const named = Object.fromEntries(values.map((data, i) => [`x${i}`, data]));
    return evaluate(program, named).outputs.loss?.[0] ?? Number.NaN;
  };
  const values = inputs.map(({ data }) => [...data]);
  const analytic = evaluate(program, Object.fromEntries(values.map((data, i) => [`x${i}`, data]))).outputs;
  let worst = 0;
  let largest = 1;
  inputs.forEach((_, i) => {
    const data = values[i] ?? [];
    data.forEach((original, j) => {
      const h = 1e-5;
      data[j] = original + h;
      const above = lossOf(values);
      data[j] = original - h;
      const below = lossOf(values);
      data[j] = original;
      const numeric = (above - below) / (2 * h);
      const error = Math.abs(numeric - (analytic[`d${i}`]?.[j] ?? Number.NaN));
      // A comparison that NaN cannot pass.
      if (!(error <= worst)) worst = error;
      largest = Math.max(largest, Math.abs(numeric));
    });
  });
  return worst / largest;
}
