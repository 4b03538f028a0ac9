import type { Inputs } from '#engine/executors/executor.ts';
import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import { grad } from '#engine/tensor/grad.ts';
import { applyAdamW, biasCorrections } from '#engine/tensor/optimizers/adamW.ts';
import { denseLeaf } from '#engine/tensor/optimizers/leaf.ts';
import type { FitFeeds } from '../../compiled.ts';

/** Adam's defaults (Kingma & Ba 2015, arXiv 1412.6980); the fits have penalties of their own instead of decay. */
const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0 };

/**
 * One Adam step down the gradient of `loss` (shape []) for the parameters of these names, each with a leading axis of 1.
 *
 * @param heard bool [1]: where false, that parameter stays bit for bit.
 */
export function fitStep(
  g: Graph,
  loss: Tensor,
  parameters: readonly { readonly name: string; readonly heard: Tensor }[],
): void {
  const leaves = parameters.map(({ name, heard }) => denseLeaf(g, name, { alive: heard, decay: false }));
  const gradients = grad(
    g,
    loss,
    leaves.map(({ value }) => value),
  );
  const control = (name: string): Tensor => g.input(name, 'control', 'f32', [1]);
  const controls = {
    learningRate: control('learningRate'),
    correction1: control('correction1'),
    correction2: control('correction2'),
    clip: null,
  };
  applyAdamW(g, leaves, gradients, controls, ADAM);
}

export function fitControls({ learningRate, step }: Pick<FitFeeds, 'learningRate' | 'step'>): Inputs {
  const { correction1, correction2 } = biasCorrections(ADAM, step);
  return {
    learningRate: Float32Array.of(learningRate),
    correction1: Float32Array.of(correction1),
    correction2: Float32Array.of(correction2),
  };
}
