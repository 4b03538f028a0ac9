import type { Tensor } from '#engine/tensor/builder.ts';
import { earlyExits } from '../sources.ts';
import { exitParameter } from './parameters.ts';
import type { SchoolGraph, SchoolText } from './schoolGraph.ts';
import { NORM_EPSILON, transformer } from './transformer.ts';

/**
 * The state of each fish: what it says of a row, which travels over state links and is read by the head. Classification:
 * the pooled normalised tokens, [N, B, D]. Language modelling: the normalised tokens themselves, [N, B * T, D].
 * The gain `ln_f` is folded into the head.
 */
function fishState(model: SchoolGraph, text: SchoolText, x: Tensor): Tensor {
  const { g, fish, rows, length, school } = model;
  const { width, pooling } = school.shape;
  if (model.data.task === 'language-modelling') return g.layerNorm(x, NORM_EPSILON).xhat; // [N, B T, D]

  const byRow = g.reshape(x, [fish, rows, length, width]); // [N, B, T, D]
  if (pooling === 'cls') {
    const first = g.reshape(g.sliceAxis(byRow, 2, 0, 1), [fish, rows, width]); // [N, B, D]
    return g.layerNorm(first, NORM_EPSILON).xhat;
  }
  const { xhat } = g.layerNorm(byRow, NORM_EPSILON); // [N, B, T, D]
  const used = g.less(g.range(length), g.reshape(text.lengths, [fish, rows, 1])); // bool [N, B, T]
  const share = pooling === 'attention' ? attentionShare(model, xhat, used) : meanShare(model, text, used); // [N, B, T]
  const pooled = g.matmul(g.reshape(share, [fish, rows, 1, length]), xhat); // [N, B, 1, D]
  return g.reshape(pooled, [fish, rows, width]); // [N, B, D]
}

/** 1 / length for each token in use. */
function meanShare({ g, fish, rows }: SchoolGraph, text: SchoolText, used: Tensor): Tensor {
  const lengths = g.reshape(g.cast(text.lengths, 'f32'), [fish, rows, 1]); // [N, B, 1]
  return g.where(used, g.div(1, lengths), 0);
}

/** softmax(x q / sqrt D) over the tokens in use, with one learned query a fish (it starts as the mean: q = 0). */
function attentionShare(model: SchoolGraph, xhat: Tensor, used: Tensor): Tensor {
  const { g, fish, rows, length, school } = model;
  const { width } = school.shape;
  const query = g.reshape(model.parameter('pool.query'), [fish, width, 1]); // [N, D, 1]
  const flat = g.reshape(xhat, [fish, rows * length, width]); // [N, B T, D]
  const scores = g.matmul(flat, query, { alpha: 1 / Math.sqrt(width) }); // [N, B T, 1]
  return g.softmax(g.where(used, g.reshape(scores, [fish, rows, length]), -1e9)); // [N, B, T]
}

/** What a fish knows of a text besides its tokens; see ./proposals.ts. */
export interface Beside {
  /** Added to every token, [N, B, D]. */
  readonly tokens: Tensor;
  /** Added to its logits, [N, B, C]. */
  readonly prior: Tensor;
}

/**
 * Logits [N, R, C] of states [N, R, D].
 *
 * @param prior see Beside; null: none. @param layer of the classifier after so many layers, absent: of the last.
 */
export function logits(model: SchoolGraph, state: Tensor, prior: Tensor | null, layer?: number): Tensor {
  const { g, fish } = model;
  const parameter = (name: 'ln_f' | 'head' | 'head.bias'): Tensor =>
    model.parameter(layer === undefined ? name : exitParameter(layer, name));
  const gain = g.reshape(parameter('ln_f'), [fish, model.school.shape.width, 1]); // [N, D, 1]
  const z = g.matmul(state, g.mul(parameter('head'), gain)); // [N, R, C]
  if (model.data.task === 'language-modelling') return z;
  const own = g.add(z, g.reshape(parameter('head.bias'), [fish, 1, model.data.classes]));
  return prior === null ? own : g.add(own, prior);
}

/** What a fish thinks of a text: its state, and what its early exits would answer by layer, [N, B, C]. */
export interface Thought {
  readonly state: Tensor;
  /** What is added to its logits, [N, B, C]; null: nothing. */
  readonly prior: Tensor | null;
  readonly exits: ReadonlyMap<number, Tensor>;
}

/** One forward pass; an early exit reads the state of its layer, before anything other fish send. */
export function think(model: SchoolGraph, text: SchoolText, beside: Beside | null): Thought {
  const streams = transformer(model, text, beside?.tokens ?? null);
  const prior = beside?.prior ?? null;
  const early = model.data.task === 'classification' ? earlyExits(model.school.shape) : [];
  return {
    state: fishState(model, text, streams.at(-1)!), // a fish has layers
    prior,
    exits: new Map(
      early.map((layer) => [layer, logits(model, fishState(model, text, streams[layer - 1]!), prior, layer)]),
    ),
  };
}
