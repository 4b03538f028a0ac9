import type { Graph, Tensor } from '../builder.ts';
import { type Leaf, orOne, perFish } from './leaf.ts';

export interface SgdSettings {
  /** 0: plain gradient descent, without a moment. */
  readonly momentum: number;
  readonly weightDecay: number;
}

export interface SgdControls {
  /** f32 [N], the schedule applied. */
  readonly learningRate: Tensor;
  /** f32 [N], the factor of clipping; null: none. */
  readonly clip: Tensor | null;
}

/** The kinds of the moments that `applySgd` keeps (see momentName); they start as zeros. */
export function sgdMoments(settings: SgdSettings): readonly string[] {
  return settings.momentum === 0 ? [] : ['m'];
}

/**
 * Gradient descent with heavy-ball momentum (Polyak 1964; Sutskever et al. 2013) and decoupled weight decay (SGDW,
 * Loshchilov & Hutter 2019, arXiv 1711.05101, algorithm 1, with the decay multiplied by the learning rate):
 * m <- momentum m + g; theta <- theta (1 - lr wd) - lr m. Inactive leaves stay bit for bit, as in `applyAdamW`.
 */
export function applySgd(
  g: Graph,
  leaves: readonly Leaf[],
  gradients: readonly Tensor[],
  controls: SgdControls,
  settings: SgdSettings,
): void {
  const { momentum, weightDecay } = settings;
  const { learningRate, clip } = controls;
  const kept = g.sub(1, g.mul(learningRate, weightDecay)); // [N]
  leaves.forEach((leaf, i) => {
    const gradient = gradients[i];
    if (!gradient) return;
    const { value, active } = leaf;
    const each = (x: Tensor): Tensor => perFish(g, x, value.shape.length);
    let step: Tensor;
    if (momentum === 0) {
      step = g.mul(gradient, each(clip ? g.mul(learningRate, clip) : learningRate));
    } else {
      const seen = g.where(active, clip ? g.mul(gradient, each(clip)) : gradient, -0);
      const m = g.add(g.mul(leaf.readMoment('m'), orOne(g, active, momentum)), seen);
      leaf.writeMoment('m', m);
      step = g.mul(m, each(learningRate));
    }
    const decayed = leaf.decay && weightDecay !== 0 ? g.mul(value, each(kept)) : value;
    leaf.writeValue(g.where(active, g.sub(decayed, step), value));
  });
}
