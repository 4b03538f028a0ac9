import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import type { SharedText } from '../answerText.ts';
import { before } from './before.ts';
import { type Heard, NEVER } from './heard.ts';
import { meanOfProbabilities } from './mean.ts';

/** What a learned gate has: embeddings [V, D], and of each expert a direction [K, D] and a bias [K]. */
export interface GateParameters {
  readonly table: Tensor;
  readonly directions: Tensor;
  readonly bias: Tensor;
}

/**
 * What a gate sees of a text: the mean embedding of its tokens, [B, D]; where every position is answered on its own, of
 * the tokens up to each, [B T, D].
 */
export function gateFeatures(
  g: Graph,
  table: Tensor,
  { tokens, lengths, everyPosition }: SharedText,
): Tensor {
  const [rows = 1, length = 1] = tokens.shape;
  const width = table.shape[1] ?? 1;
  const embedded = g.gather(table, tokens); // [B, T, D]
  if (everyPosition) {
    const upTo = Float32Array.from({ length: length * length }, (_, i) => {
      const [at, seen] = [Math.floor(i / length), i % length];
      return seen <= at ? 1 / (at + 1) : 0;
    });
    const means = g.matmul(g.constant(upTo, [length, length]), embedded); // [B, T, D]
    return g.reshape(means, [rows * length, width]);
  }
  const real = g.less(g.reshape(g.range(length), [1, length]), g.reshape(lengths, [rows, 1])); // bool [B, T]
  const share = g.div(g.cast(real, 'f32'), g.cast(g.reshape(lengths, [rows, 1]), 'f32'));
  return g.reshape(g.matmul(g.reshape(share, [rows, 1, length]), embedded), [rows, width]);
}

/** [K, R]: what the gate gives each expert before it compares them. */
export function gateScores(g: Graph, parameters: GateParameters, features: Tensor): Tensor {
  const [count = 1] = parameters.directions.shape;
  const scores = g.matmul(parameters.directions, features, { transB: true }); // [K, R]
  return g.add(scores, g.reshape(parameters.bias, [count, 1]));
}

export interface Chosen {
  /** [K, R]: softmax over the chosen, 0 for the others; sums to 1. */
  readonly weights: Tensor;
  /** Place of each expert's score among all, from 0 for the largest, [K, R]. */
  readonly rank: Tensor;
}

/**
 * Softmax over the `top` largest scores (Shazeer et al. 2017, arXiv 1701.06538, equations 3 and 5) of the experts that
 * are `sound` (bool [K, R]): the place of one that died goes to the next best.
 */
export function keepTop(g: Graph, scores: Tensor, sound: Tensor, top: number): Chosen {
  const [count = 1] = scores.shape;
  const able = g.where(sound, scores, NEVER);
  const rank = before(g, g.neg(able), g.fill(1, [count, 1])); // [K, R]
  const chosen = g.and(sound, g.less(rank, top));
  const kept = g.where(chosen, scores, NEVER);
  const best = g.reduceMax(kept, [0], { keepDims: true }); // [1, R]
  const raw = g.where(chosen, g.exp(g.minimum(g.sub(kept, g.stopGradient(best)), 0)), 0);
  const sum = g.maximum(g.reduceSum(raw, [0], { keepDims: true }), 1e-30);
  return { weights: g.div(raw, sum), rank };
}

/**
 * A mixture of experts: log sum_k g_k(x) p_k, with the gate g of `keepTop`.
 *
 * @returns logProbs [R, C]; parts [R, K], the gate.
 */
export function gate(
  g: Graph,
  parameters: GateParameters,
  top: number,
  heard: Heard,
): { logProbs: Tensor; parts: Tensor } {
  const [count = 1, rows = 1] = heard.logProbs.shape;
  const scores = gateScores(g, parameters, gateFeatures(g, parameters.table, heard.text));
  const { weights } = keepTop(g, scores, g.reshape(heard.sound, [count, rows]), top);
  const share = g.reshape(weights, [count, rows, 1]);
  return {
    logProbs: meanOfProbabilities(g, { ...heard, sound: g.greater(share, 0), share }),
    parts: g.transpose(weights, [1, 0]),
  };
}
