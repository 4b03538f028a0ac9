import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import { type Leaf, perFish } from '#engine/tensor/optimizers/leaf.ts';
import type { SchoolPlan, SwarmPlan } from '../plan.ts';
import { type Learner, learnerInput } from './learner.ts';
import { tensorName } from './parameterInputs.ts';

/** Name of the tensor a parameter is pulled towards. */
export const anchorName = (parameter: string): string => `${parameter}.anchor`;

/** mu of FedProx by fish of the school, [N]; null where nobody is pulled, and nothing of it is in the program. */
export function proximalOf(plan: SwarmPlan, school: SchoolPlan): Float32Array | null {
  const mu = new Float32Array(school.fish.length);
  for (const mechanism of plan.mechanisms) {
    if (mechanism.kind !== 'federated') continue;
    for (const client of mechanism.clients) {
      const slot = client.kind === 'fish' ? school.fish.indexOf(client.id) : -1;
      if (slot >= 0) mu[slot] = Math.max(mu[slot]!, mechanism.proximal);
    }
  }
  return mu.some((value) => value > 0) ? mu : null;
}

/**
 * Gradients of the loss plus mu / 2 |theta - anchor|^2 (FedProx, Li et al. 2018, arXiv 1812.06127, equation 2): each
 * gradient plus mu (theta - anchor). Of an embedding table of which only the batch's rows are updated, only those are
 * pulled. A fish that takes no step is not touched by what this adds.
 */
export function pulledGradients(
  g: Graph,
  plan: SwarmPlan,
  learner: Learner,
  names: readonly string[],
  leaves: readonly Leaf[],
  gradients: readonly Tensor[],
): readonly Tensor[] {
  const { school } = learner.model;
  if (proximalOf(plan, school) === null) return gradients;
  const mu = g.input(learnerInput(school.id, 'proximal'), 'control', 'f32', [school.fish.length]);
  return gradients.map((gradient, i) => {
    const leaf = leaves[i]!; // one for each gradient
    const name = tensorName(school.id, names[i]!);
    const shape = g.inputNamed(name)?.shape ?? leaf.value.shape;
    const whole = g.input(anchorName(name), 'state', 'f32', shape);
    const ids = leaf === learner.lazy ? g.inputNamed(learnerInput(school.id, 'uniqueIds')) : undefined;
    const anchor = ids === undefined ? whole : g.gather(whole, ids, { batchDims: 1 });
    const pull = g.mul(g.sub(leaf.value, anchor), perFish(g, mu, leaf.value.shape.length));
    return g.add(gradient, pull);
  });
}
