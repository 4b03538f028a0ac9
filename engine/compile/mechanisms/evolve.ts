import type { FishId, NodeId } from '../../core/brand.ts';

/** Population based training (Jaderberg et al. 2017, arXiv 1711.09846). */
export interface PbtPlan {
  readonly kind: 'pbt';
  /** Share of the living that is replaced, and share it is replaced from. */
  readonly fraction: number;
  /** A copied learning rate is multiplied by 1 - perturb or 1 + perturb. */
  readonly perturb: number;
}

export interface GeneticPlan {
  readonly kind: 'genetic';
  readonly selection: 'tournament' | 'truncation';
  /** Fish that compete to be a parent. */
  readonly tournament: number;
  /** Share of the living that may be parents. */
  readonly truncation: number;
  readonly crossover: 'uniform' | 'blend' | 'none';
  /** Standard deviation of the noise on every weight of a child. */
  readonly mutation: number;
  /** Best fish that stay as they are. */
  readonly elites: number;
}

/** Particle swarm over weights (Feng et al. 2024, Model Swarms, arXiv 2410.11163). */
export interface ParticlesPlan {
  readonly kind: 'swarm';
  readonly inertia: number;
  readonly cognitive: number;
  readonly social: number;
  readonly repel: number;
  /** First step length; times `decay` each generation, never below `shortest`. */
  readonly step: number;
  readonly decay: number;
  readonly shortest: number;
  /** Generations without a better personal best after which a particle returns to it; 0: never. */
  readonly restart: number;
}

/**
 * Merging of weights: the plain mean (a model soup, Wortsman et al. 2022, arXiv 2203.05482), or with coefficients found
 * by CMA-ES (Akiba et al. 2024, arXiv 2403.13187).
 */
export interface MergePlan {
  readonly kind: 'merge';
  /** One coefficient for all, one a fish, or one a fish and layer. */
  readonly by: 'mean' | 'fish' | 'layer';
  /** First standard deviation of the coefficients. */
  readonly deviation: number;
}

export type EvolveMethod = PbtPlan | GeneticPlan | ParticlesPlan | MergePlan;

/** A population of fish of one shape that evolves between rounds. */
export interface EvolvePlan {
  readonly kind: 'evolve';
  readonly nodeId: NodeId;
  readonly name: string;
  /** The population; fish that join the swarm later are not part of it. */
  readonly fish: readonly FishId[];
  readonly method: EvolveMethod;
  readonly fitness: 'loss' | 'accuracy';
  /** The first generation comes after this round, the next ones every `every` rounds. */
  readonly first: number;
  readonly every: number;
  /** null: until the run ends. */
  readonly generations: number | null;
  /** Whether fish take optimizer steps after the first generation. */
  readonly learn: boolean;
  readonly replaceDead: boolean;
  /** All begin with the weights of the first: mixing weights needs a common ancestor. */
  readonly sharedStart: boolean;
  /** After each of so many first rounds all take the mean of their weights, so that their ancestor has learnt something. */
  readonly together: number;
  /** What the fish are after the last generation: each its own best, or all the best one there was. */
  readonly finish: 'each' | 'best';
}
