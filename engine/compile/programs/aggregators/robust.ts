import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import type { AggregatorPlan } from '../../plan.ts';
import { before } from './before.ts';
import type { Heard } from './heard.ts';
import { krum } from './krum.ts';

export type RobustPlan = Extract<AggregatorPlan, { kind: 'robust' }>;

/** Half the width, in shares of all voices, of the middle whose mean is the median: below 1 / 512, a half voice of 256. */
const MIDDLE = 1e-3;
const WEISZFELD_STEPS = 16;
/** nu of the smoothed Weiszfeld iteration; distances between distributions are at most the square root of 2. */
const SMOOTHING = 1e-3;
/** Added to every probability before a statistic of single probabilities is scaled to sum to 1. */
const FLOOR = 1e-6;

/**
 * Robust statistics of the voices' probabilities, row by row (never log-probabilities, which one liar can send
 * anywhere). Strengths count as so many voices.
 *
 * @returns logProbs [R, C], and for Krum the part of each voice, [R, K].
 */
export function robust(g: Graph, plan: RobustPlan, heard: Heard): { logProbs: Tensor; parts: Tensor | null } {
  const probabilities = g.exp(heard.logProbs); // [K, R, C]
  switch (plan.by) {
    case 'median':
      return {
        logProbs: normalised(g, trimmedMean(g, probabilities, heard.share, 0.5 - MIDDLE)),
        parts: null,
      };
    case 'trimmed':
      return { logProbs: normalised(g, trimmedMean(g, probabilities, heard.share, plan.trim)), parts: null };
    case 'geometric':
      return { logProbs: normalised(g, geometricMedian(g, probabilities, heard.share)), parts: null };
    case 'krum':
    case 'multi-krum':
      return krum(g, plan, heard, probabilities);
  }
}

/**
 * Coordinate by coordinate, the mean of the values between the quantiles `trim` and 1 - `trim` (trimmed mean and, in the
 * limit of 0.5, median: Yin et al. 2018, arXiv 1803.01498, definitions 1 and 2, there for gradients). A voice holds the
 * interval of quantiles of the length of its share, so that strengths and a trim that is no whole number of voices have
 * a meaning: what sticks out over the ends is cut off.
 */
function trimmedMean(g: Graph, probabilities: Tensor, share: Tensor, trim: number): Tensor {
  const start = before(g, probabilities, share); // [K, R, C]
  const end = g.add(start, share);
  const kept = g.maximum(g.sub(g.minimum(end, 1 - trim), g.maximum(start, trim)), 0);
  return g.mul(g.reduceSum(g.mul(kept, probabilities), [0]), 1 / (1 - 2 * trim)); // [R, C]
}

/**
 * argmin_y sum_k share_k |p_k - y|, by Weiszfeld's iteration with its distances smoothed, from the mean (RFA, Pillutla
 * et al. 2022, arXiv 1912.13445, algorithm 2). The paper finds 3 steps enough for gradients; here a step costs next to
 * nothing, and 16 bring the iteration within the third digit even of a median that is one of the voices.
 */
function geometricMedian(g: Graph, probabilities: Tensor, share: Tensor): Tensor {
  let middle = g.reduceSum(g.mul(probabilities, share), [0], { keepDims: true }); // [1, R, C]
  for (let step = 0; step < WEISZFELD_STEPS; step++) {
    const apart = g.reduceSum(g.square(g.sub(probabilities, middle)), [2], { keepDims: true }); // [K, R, 1]
    const pull = g.mul(share, g.rsqrt(g.add(apart, SMOOTHING ** 2)));
    const whole = g.maximum(g.reduceSum(pull, [0], { keepDims: true }), 1e-12);
    middle = g.reduceSum(g.mul(probabilities, g.div(pull, whole)), [0], { keepDims: true });
  }
  const [, rows = 1, outputs = 1] = probabilities.shape;
  return g.reshape(middle, [rows, outputs]);
}

function normalised(g: Graph, values: Tensor): Tensor {
  const above = g.add(values, FLOOR); // [R, C]
  return g.log(g.div(above, g.reduceSum(above, [1], { keepDims: true })));
}
