import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import { before } from './before.ts';
import type { Heard } from './heard.ts';
import { meanOfProbabilities } from './mean.ts';
import type { RobustPlan } from './robust.ts';

/** Larger than any sum of squared distances between 256 distributions, each of which is at most 2. */
const FAR = 1e4;

/**
 * Krum and Multi-Krum (Blanchard et al. 2017, "Machine learning with adversaries", section 4), on distributions instead
 * of gradients. The score of a voice is the sum of its squared distances to its n - f - 2 nearest others; Krum answers
 * with the voice of the lowest score, Multi-Krum with the mean of the n - f of the lowest scores (the paper leaves their
 * number open; n - f are as many as may be honest). Equal scores: the voice of the lower position.
 *
 * The paper asks for n > 2 f + 2. Where fewer voices count, f falls to the most that n allows, floor((n - 3) / 2) and at
 * least 0, and there is at least one neighbour: a swarm that lost fish still answers, as robustly as it can.
 */
export function krum(
  g: Graph,
  plan: RobustPlan,
  heard: Heard,
  probabilities: Tensor,
): { logProbs: Tensor; parts: Tensor } {
  const [count = 1, rows = 1] = probabilities.shape;
  const sound = g.reshape(heard.sound, [count, rows]); // bool [K, R]
  const n = g.reduceSum(g.cast(sound, 'f32'), [0], { keepDims: true }); // [1, R]
  const liars = liarsAmong(g, plan.liars, n);

  const apart = distances(g, probabilities); // [K, K, R], [other][voice]
  const others = g.and(g.reshape(sound, [count, 1, rows]), notSelf(g, count)); // bool [K, K, R]
  const seen = g.where(others, apart, FAR);
  const nearer = before(g, seen, g.fill(1, [count, 1, 1])); // rank among the others
  const neighbours = g.maximum(g.sub(g.sub(n, liars), 2), 1); // [1, R]
  const near = g.and(others, g.less(nearer, g.reshape(neighbours, [1, 1, rows])));
  const score = g.where(sound, g.reduceSum(g.where(near, seen, 0), [0]), FAR); // [K, R]

  const rank = before(g, score, g.fill(1, [count, 1]));
  const chosen = g.less(rank, plan.by === 'krum' ? g.fill(1, [1, rows]) : g.maximum(g.sub(n, liars), 1));
  const kept = g.where(g.reshape(chosen, [count, rows, 1]), heard.share, 0); // [K, R, 1]
  const share = g.div(kept, g.maximum(g.reduceSum(kept, [0], { keepDims: true }), 1e-30));
  const parts = g.transpose(g.reshape(share, [count, rows]), [1, 0]); // [R, K]
  return { logProbs: meanOfProbabilities(g, { ...heard, sound: g.greater(share, 0), share }), parts };
}

/** min(f, floor((n - 3) / 2)), at least 0, for n [1, R]: as many of 1 .. f as n > 2 f + 2 allows. */
function liarsAmong(g: Graph, most: number, n: Tensor): Tensor {
  const [, rows = 1] = n.shape;
  if (most === 0) return g.fill(0, [1, rows]);
  const needed = Float32Array.from({ length: most }, (_, i) => 2 * (i + 1) + 3);
  const allowed = g.greaterEqual(n, g.constant(needed, [most, 1])); // bool [f, R]
  return g.reduceSum(g.cast(allowed, 'f32'), [0], { keepDims: true });
}

/** Squared distances [K, K, R], each from a difference, so that equal voices are exactly 0 apart. */
function distances(g: Graph, probabilities: Tensor): Tensor {
  const [count = 1, rows = 1] = probabilities.shape;
  const each = Array.from({ length: count }, (_, other) => {
    const difference = g.sub(probabilities, g.sliceAxis(probabilities, 0, other, other + 1));
    return g.reshape(g.reduceSum(g.square(difference), [2]), [1, count, rows]);
  });
  return each.length === 1 ? each[0]! : g.concat(each, 0);
}

function notSelf(g: Graph, count: number): Tensor {
  const range = g.range(count);
  return g.not(g.equal(g.reshape(range, [count, 1, 1]), g.reshape(range, [1, count, 1])));
}
