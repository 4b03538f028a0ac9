import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import { type Heard, TINY } from './heard.ts';

/** Share of a vote's probability that is not votes: no class may have probability 0. */
const DOUBT = 0.01;
/** Sums of votes that differ by less than this share of all votes are a tie: their difference is rounding. */
const TIE = 1e-5;

/**
 * Each voice gives its share to the class it finds most probable. Shares are turned into probabilities by adding one
 * hundredth of doubt: half of it to the winner, half spread like the mean probability of the voices (ties
 * `confidence`: of tied classes the one with the largest such mean wins) or evenly (ties `first`).
 */
export function vote(g: Graph, ties: 'confidence' | 'first', { logProbs, share }: Heard): Tensor {
  const outputs = logProbs.shape.at(-1) ?? 1;
  const ballots = g.oneHot(g.argMax(logProbs), outputs); // [K, R, C]
  const votes = g.reduceSum(g.mul(ballots, share), [0]); // [R, C]
  const top = g.reduceMax(votes, [1], { keepDims: true }); // [R, 1]
  const tied = g.greaterEqual(votes, g.sub(top, TIE)); // bool [R, C]
  const spread =
    ties === 'confidence'
      ? g.reduceSum(g.mul(g.exp(logProbs), share), [0]) // [R, C]
      : g.fill(1 / outputs, votes.shape);
  const winner = g.oneHot(g.argMax(g.where(tied, spread, -1)), outputs); // [R, C]
  const doubt = g.mul(g.add(winner, spread), DOUBT / 2);
  return g.log(g.maximum(g.add(g.mul(votes, 1 - DOUBT), doubt), TINY));
}
