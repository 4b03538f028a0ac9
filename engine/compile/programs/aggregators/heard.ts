import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import type { SharedText } from '../answerText.ts';

/** What an aggregator hears: K voices on R rows (language modelling: positions) with C outputs. */
export interface Voices {
  /** Log-probabilities [K, R, C]; those of a dead voice may be anything. */
  readonly logProbs: Tensor;
  /** bool [K] */
  readonly alive: Tensor;
  /** Strength of each voice, at least 0, [K]. */
  readonly weights: Tensor;
  /** What was asked. */
  readonly text: SharedText;
}

/** The voices with everything that does not count put out of the way: no number in here is none. */
export interface Heard {
  /** [K, R, C]; uniform where a voice does not count. */
  readonly logProbs: Tensor;
  /** bool [K, R, 1]: alive, heard, and with numbers that are numbers. */
  readonly sound: Tensor;
  /** [K, R, 1]; sums to 1 over K where anyone is sound, 0 for who is not. */
  readonly share: Tensor;
  readonly text: SharedText;
}

/** Stands for minus infinity where infinities would meet. */
export const NEVER = -1e30;
export const TINY = 1e-30;

/** A voice counts if it is alive and has a weight above 0. bool [K] */
export const counting = (g: Graph, { alive, weights }: Voices): Tensor => g.and(alive, g.greater(weights, 0));

/** A row of a voice whose probabilities do not sum to 1 (which not-a-numbers never do) is as if it were not there. */
export function listen(g: Graph, voices: Voices): Heard {
  const [count = 1, rows = 1, outputs = 1] = voices.logProbs.shape;
  const each = (x: Tensor): Tensor => g.reshape(x, [count, 1, 1]);
  const total = g.reduceSum(g.exp(voices.logProbs), [2], { keepDims: true }); // [K, R, 1]
  const sound = g.and(g.broadcast(each(counting(g, voices)), [count, rows, 1]), g.greater(total, 0.5));
  const kept = g.where(sound, each(voices.weights), 0); // [K, R, 1]
  const sum = g.maximum(g.reduceSum(kept, [0], { keepDims: true }), TINY); // [1, R, 1]
  return {
    logProbs: g.where(sound, voices.logProbs, -Math.log(outputs)),
    sound,
    share: g.div(kept, sum),
    text: voices.text,
  };
}
