import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import type { AggregatorPlan } from '../plan.ts';

/** What an aggregator hears: K voices on R rows (language modelling: positions) with C outputs. */
export interface Voices {
  /** Log-probabilities [K, R, C]; those of a dead voice may be anything. */
  readonly logProbs: Tensor;
  /** bool [K] */
  readonly alive: Tensor;
  /** Strength of each voice, at least 0, [K]. */
  readonly weights: Tensor;
}

export interface Answer {
  /** [R, C] */
  readonly logProbs: Tensor;
  /** bool [1]: whether enough voices are alive. */
  readonly alive: Tensor;
}

/** Stands for minus infinity where infinities would meet. */
const NEVER = -1e30;
const TINY = 1e-30;
/** Share of a vote's probability that is not votes: no class may have probability 0. */
const DOUBT = 0.01;
/** Sums of votes that differ by less than this share of all votes are a tie: their difference is rounding. */
const TIE = 1e-5;

/**
 * The answer of an aggregator. A voice counts if it is alive and has a weight above 0. With fewer counting voices than
 * the quorum (or none at all) the answer is the uniform distribution, and the aggregator itself is not alive for
 * aggregators that hear it.
 */
export function aggregate(g: Graph, plan: AggregatorPlan, voices: Voices): Answer {
  const { logProbs, weights } = voices;
  const [count = 1, , outputs = 1] = logProbs.shape;
  const counts = g.and(voices.alive, g.greater(weights, 0)); // [K]
  const kept = g.where(counts, weights, 0);
  const total = g.maximum(g.reduceSum(kept, [0], { keepDims: true }), TINY); // [1]
  const share = g.div(kept, total); // [K], sums to 1
  const heard = {
    logProbs,
    counts: g.reshape(counts, [count, 1, 1]),
    share: g.reshape(share, [count, 1, 1]),
  };

  const living = g.reduceSum(g.cast(counts, 'f32'), [0], { keepDims: true }); // [1]
  const alive = g.greaterEqual(living, plan.kind === 'average' ? Math.max(1, plan.quorum) : 1); // [1]
  const answer = combine(g, plan, heard); // [R, C]
  return { logProbs: g.where(g.reshape(alive, [1, 1]), answer, -Math.log(outputs)), alive };
}

/** Shapes: logProbs [K, R, C], counts (bool) and share [K, 1, 1]. */
interface Heard {
  readonly logProbs: Tensor;
  readonly counts: Tensor;
  readonly share: Tensor;
}

function combine(g: Graph, plan: AggregatorPlan, heard: Heard): Tensor {
  switch (plan.kind) {
    case 'average':
      return plan.of === 'logits' ? meanOfLogits(g, heard) : meanOfProbabilities(g, heard);
    case 'weighted':
      return meanOfProbabilities(g, heard);
    case 'vote':
      return vote(g, plan.ties, heard);
  }
}

/**
 * log sum_k share_k p_k (Deep Ensembles, Lakshminarayanan et al. 2017, arXiv 1612.01474, section 2.4), as the
 * logarithm of a sum of exponentials below their maximum: never the logarithm of a probability that underflowed.
 */
function meanOfProbabilities(g: Graph, { logProbs, counts, share }: Heard): Tensor {
  const terms = g.where(counts, g.add(logProbs, g.log(g.maximum(share, TINY))), NEVER); // [K, R, C]
  const top = g.reduceMax(terms, [0], { keepDims: true }); // [1, R, C]
  const sum = g.reduceSum(g.exp(g.sub(terms, top)), [0]); // [R, C]
  return g.add(g.log(sum), g.reshape(top, sum.shape));
}

/** softmax(sum_k share_k z_k): log-probabilities are logits up to a constant of the row, which cancels. */
function meanOfLogits(g: Graph, { logProbs, counts, share }: Heard): Tensor {
  return g.logSoftmax(g.reduceSum(g.where(counts, g.mul(logProbs, share), 0), [0])); // [R, C]
}

/**
 * Each voice gives its share to the class it finds most probable. Shares are turned into probabilities by adding one
 * hundredth of doubt: half of it to the winner, half spread like the mean probability of the voices (ties
 * `confidence`: of tied classes the one with the largest such mean wins) or evenly (ties `first`).
 */
function vote(g: Graph, ties: 'confidence' | 'first', { logProbs, counts, share }: Heard): Tensor {
  const outputs = logProbs.shape.at(-1) ?? 1;
  const ballots = g.oneHot(g.argMax(logProbs), outputs); // [K, R, C]
  const votes = g.reduceSum(g.mul(ballots, share), [0]); // [R, C]
  const top = g.reduceMax(votes, [1], { keepDims: true }); // [R, 1]
  const tied = g.greaterEqual(votes, g.sub(top, TIE)); // bool [R, C]
  const spread =
    ties === 'confidence'
      ? g.reduceSum(g.where(counts, g.mul(g.exp(logProbs), share), 0), [0]) // [R, C]
      : g.fill(1 / outputs, votes.shape);
  const winner = g.oneHot(g.argMax(g.where(tied, spread, -1)), outputs); // [R, C]
  const doubt = g.mul(g.add(winner, spread), DOUBT / 2);
  return g.log(g.maximum(g.add(g.mul(votes, 1 - DOUBT), doubt), TINY));
}
