import type { Graph, Tensor } from '../builder.ts';
import { type Leaf, orOne, perFish } from './leaf.ts';

export interface AdamWSettings {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
}

export interface AdamWControls {
  /** f32 [N], the schedule applied. */
  readonly learningRate: Tensor;
  /** f32 [N], 1 - beta1^t and 1 - beta2^t for each fish's step t: see `biasCorrections`. */
  readonly correction1: Tensor;
  readonly correction2: Tensor;
  /** f32 [N], the factor of clipping; null: none. */
  readonly clip: Tensor | null;
}

/** The kinds of AdamW's moments (see momentName). Both start as zeros, in the parameter's shape. */
export const ADAMW_MOMENTS = ['m', 'v'] as const;

/** 1 - beta^t for both moments at step t, from 1 (Kingma & Ba 2015, arXiv 1412.6980, algorithm 1). */
export function biasCorrections(
  settings: Pick<AdamWSettings, 'beta1' | 'beta2'>,
  step: number,
): { readonly correction1: number; readonly correction2: number } {
  return { correction1: 1 - settings.beta1 ** step, correction2: 1 - settings.beta2 ** step };
}

/**
 * AdamW (Loshchilov & Hutter 2019, arXiv 1711.05101, algorithm 2, with the decay multiplied by the learning rate as in
 * PyTorch): theta <- theta (1 - lr wd) - lr mhat / (sqrt(vhat) + epsilon).
 *
 * The moments are stored without their factors (1 - beta): m <- beta1 m + g and v <- beta2 v + g^2, so the update is
 * rate m / (sqrt(v) + floor), where rate and floor are one number a fish:
 * rate = lr (1 - beta1) / c1 * sqrt(c2 / (1 - beta2)) and floor = epsilon sqrt(c2 / (1 - beta2)).
 * That is 12 passes over a parameter, 13 with decay, 14 with clipping too.
 *
 * Where a leaf is not active its gradient is replaced by -0, whose sum with any number is that number, and its betas by
 * 1: the moments stay bit for bit, whatever the gradient was, and the value is chosen by `where`.
 */
export function applyAdamW(
  g: Graph,
  leaves: readonly Leaf[],
  gradients: readonly Tensor[],
  controls: AdamWControls,
  settings: AdamWSettings,
): void {
  const { beta1, beta2, epsilon, weightDecay } = settings;
  const { learningRate, correction1, correction2, clip } = controls;
  const unscale = g.sqrt(g.mul(correction2, 1 / (1 - beta2))); // [N]
  const rate = g.mul(g.div(g.mul(learningRate, 1 - beta1), correction1), unscale); // [N]
  const floor = g.mul(unscale, epsilon); // [N]
  const kept = g.sub(1, g.mul(learningRate, weightDecay)); // [N]
  leaves.forEach((leaf, i) => {
    const gradient = gradients[i];
    if (!gradient) return;
    const { value, active } = leaf;
    const each = (x: Tensor): Tensor => perFish(g, x, value.shape.length);
    const clipped = clip ? g.mul(gradient, each(clip)) : gradient;
    const seen = g.where(active, clipped, -0);
    const m = g.add(g.mul(leaf.readMoment('m'), orOne(g, active, beta1)), seen);
    const v = g.add(g.mul(leaf.readMoment('v'), orOne(g, active, beta2)), g.square(seen));
    const step = g.mul(g.div(m, g.add(g.sqrt(v), each(floor))), each(rate));
    const decayed = leaf.decay && weightDecay !== 0 ? g.mul(value, each(kept)) : value;
    leaf.writeMoment('m', m);
    leaf.writeMoment('v', v);
    leaf.writeValue(g.where(active, g.sub(decayed, step), value));
  });
}
