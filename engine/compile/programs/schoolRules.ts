import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import type { SchoolPlan, SwarmPlan } from '../plan.ts';
import type { SchoolGraph } from './schoolGraph.ts';
import { zones } from './zones.ts';

/** Keeps the share of an empty zone from dividing by zero. */
const NOBODY = 1e-6;

/** Whether the fish of a school follow rules of schooling; which, and how strongly, are inputs of the program. */
export function hasRules(plan: SwarmPlan, school: SchoolPlan): boolean {
  return plan.fish.some(({ school: id, rules }) => id === school.id && rules !== undefined);
}

/**
 * Those of `schools` whose fish school together with those of `school`, itself among them: fish of one node, which a newcomer
 * joins in a school of its own. Nobody's mates where the school follows no rules.
 */
export function shoalOf(
  plan: SwarmPlan,
  schools: readonly SchoolPlan[],
  school: SchoolPlan,
): readonly SchoolPlan[] {
  const nodeOf = ({ id }: SchoolPlan) =>
    plan.fish.find((fish) => fish.school === id && fish.rules !== undefined)?.nodeId;
  const node = nodeOf(school);
  return node === undefined ? [] : schools.filter((other) => nodeOf(other) === node);
}

/** Whether the fish of a school follow their rules by zones; how wide they are is an input of the program. */
export function hasZones(plan: SwarmPlan, school: SchoolPlan): boolean {
  return plan.fish.some(({ school: id, rules }) => id === school.id && rules != null && rules.zones !== null);
}

/** Names of a school's inputs for its rules. */
export type RuleInput = 'radii' | 'mates' | 'alignment' | 'cohesion' | 'separation' | 'foreign' | 'seen';
export const ruleInput = (school: string, input: RuleInput): string => `${school}/rules.${input}`;

/** What a school does at a step, as its rules see it. */
export interface Schooling {
  readonly model: SchoolGraph;
  /** [N, R, D] */
  readonly states: Tensor;
  /** [N, R, C] */
  readonly logProbs: Tensor;
  /** Of the K fish of its shoal, as constants, 0 for the dead: what they say [K, R C], and their states [K, R D]. */
  readonly spoken: Tensor;
  readonly shown: Tensor;
  /** Share of each row in its fish's loss, [N, R]. */
  readonly weights: Tensor;
  /** Whether nearness decides which rule acts between two fish (./zones.ts). */
  readonly byZones: boolean;
}

/**
 * The three rules of Reynolds 1987 ("Flocks, herds and schools", SIGGRAPH) as losses; a fish's mates are the other live
 * fish of its shoal. What mates say and think is a constant to the gradient: each fish steers itself alone.
 * - alignment: mean_j KL(p_j || p_i) (mutual learning, Zhang et al. 2017, arXiv 1706.00384), without the entropy of p_j,
 *   on rows of the batch that are not the fish's own to learn: text without labels to it (input `foreign`).
 * - cohesion: mean over rows and numbers of (h_i - mean_j h_j)^2, on all rows of the batch (input `seen`).
 * - separation: negative correlation learning (Liu & Yao 1999, "Ensemble learning via negative correlation"),
 *   (p_i - pbar) . sum_{j != i} (p_j - pbar) = -|p_i - pbar|^2, with pbar over the fish and its n mates, on the fish's own
 *   rows. pbar moves with p_i (Brown et al. 2005, "Managing diversity in regression ensembles"), so with q the mean of
 *   the mates it is -(n / (n + 1))^2 |p_i - q|^2; the factor is part of the input.
 *
 * With zones, separation acts towards the mates that repel, alignment towards those that orient, cohesion towards those that
 * attract, each in proportion to their share of all mates.
 *
 * @returns [N], to be added to the fish's objectives.
 */
export function schoolRules(g: Graph, schooling: Schooling): Tensor {
  const { model, states, logProbs, spoken, shown, weights, byZones } = schooling;
  const { fish, school } = model;
  const [, rows = 1] = logProbs.shape;
  const input = (name: RuleInput, shape: readonly number[]): Tensor =>
    g.input(ruleInput(school.id, name), 'control', 'f32', shape);
  const [shoal = 1] = spoken.shape;
  const mates = input('mates', [fish, shoal]); // rows sum to 1, or are 0
  const seen = input('seen', [rows]);
  const said = g.exp(logProbs);
  const zone = byZones ? zones(g, said, spoken, seen, mates, input('radii', [fish, 3])) : null;
  /** The mean of what these mates say or show, and their share of all mates; null: they are all. */
  const meanOf = (who: Tensor | undefined, what: Tensor, shape: readonly number[]) => {
    if (who === undefined) return { mean: g.reshape(g.matmul(mates, what), shape), share: null };
    const share = g.reduceSum(who, [1]); // [N]
    const even = g.div(who, g.reshape(g.maximum(share, NOBODY), [fish, 1]));
    return { mean: g.reshape(g.matmul(even, what), shape), share };
  };
  const scaled = (loss: Tensor, share: Tensor | null): Tensor => (share === null ? loss : g.mul(loss, share));

  const oriented = meanOf(zone?.orientation, spoken, logProbs.shape);
  const taught = g.reduceSum(g.mul(oriented.mean, logProbs), [2]); // [N, R]
  const foreign = g.reduceSum(g.mul(taught, input('foreign', [fish, rows])), [1]);
  const alignment = scaled(g.neg(foreign), oriented.share); // [N]

  const attracted = meanOf(zone?.attraction, shown, states.shape);
  const distance = g.reduceMean(g.square(g.sub(states, attracted.mean)), [2]); // [N, R]
  const drawn = g.reduceSum(g.mul(distance, g.reshape(seen, [1, rows])), [1]);
  const cohesion = scaled(drawn, attracted.share); // [N]

  const repelled = meanOf(zone?.repulsion, spoken, logProbs.shape);
  const apart = g.reduceSum(g.square(g.sub(said, repelled.mean)), [2]); // [N, R]
  const separation = scaled(g.neg(g.reduceSum(g.mul(apart, weights), [1])), repelled.share); // [N]

  return [
    [alignment, 'alignment'] as const,
    [cohesion, 'cohesion'] as const,
    [separation, 'separation'] as const,
  ]
    .map(([loss, name]) => g.mul(loss, input(name, [fish])))
    .reduce((a, b) => g.add(a, b));
}
