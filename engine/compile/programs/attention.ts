import type { Tensor } from '#engine/tensor/builder.ts';
import { gainedLinear } from './gainedLinear.ts';
import type { RotaryTables } from './rotary.ts';
import { rotate } from './rotary.ts';
import type { SchoolGraph, SchoolText } from './schoolGraph.ts';

/** Added to the score of a key that must not be seen; its exponential is exactly 0 in float32. */
const HIDDEN = -1e9;

/** Adds to the scores: 0 where a key may be seen. [N * B, 1, 1, T] (padding) or [1, 1, T, T] (causality). */
export function attentionMask(model: SchoolGraph, text: SchoolText): Tensor {
  const { g, fish, rows, length } = model;
  if (model.data.task === 'language-modelling') {
    // Padding needs no mask of its own here: it follows the tokens, which never look ahead.
    const mask = new Float32Array(length * length);
    for (let query = 0; query < length; query++)
      mask.fill(HIDDEN, query * length + query + 1, (query + 1) * length);
    return g.constant(mask, [1, 1, length, length]);
  }
  const lengths = g.reshape(text.lengths, [fish * rows, 1, 1, 1]); // [NB, 1, 1, 1]
  const positions = g.reshape(g.range(length), [1, 1, 1, length]);
  return g.where(g.less(positions, lengths), 0, HIDDEN); // [NB, 1, 1, T]
}

/**
 * Multi-head attention (Vaswani et al. 2017, arXiv 1706.03762, section 3.2) of normalised activations, without
 * biases.
 *
 * @param xhat [N, B * T, D], normalised; the gain `ln_1` is folded into c_attn.
 * @returns [N, B * T, D], for the residual stream.
 */
export function attention(
  model: SchoolGraph,
  layer: number,
  xhat: Tensor,
  mask: Tensor,
  rotary: RotaryTables | null,
): Tensor {
  const { g, fish, rows, length, school } = model;
  const { width, heads } = school.shape;
  const size = width / heads;
  const batch = fish * rows;
  const gain = model.parameter(`h.${layer}.ln_1`);
  const weights = model.parameter(`h.${layer}.attn.c_attn`); // [N, D, 3 D]
  // Cutting the weights in three is cheap; cutting the activations would copy them. Heads are rows of [D, T], so that
  // whole rows are transposed and not pieces of d numbers (docs/performance.md).
  const project = (part: number): Tensor => {
    const matrix = g.sliceAxis(weights, 2, part * width, (part + 1) * width); // [N, D, D]
    const y = gainedLinear(g, xhat, gain, matrix); // [N, B T, D]
    const columns = g.transpose(g.reshape(y, [batch, length, width]), [0, 2, 1]); // [NB, D, T]
    return g.reshape(columns, [batch, heads, size, length]); // [NB, H, d, T]
  };
  const [query, key, value] = [project(0), project(1), project(2)];
  const turn = (x: Tensor): Tensor => (rotary === null ? x : rotate(g, x, rotary));
  const scores = g.matmul(turn(query), turn(key), { transA: true, alpha: 1 / Math.sqrt(size) }); // [NB, H, T, T]
  const mixed = g.matmul(value, g.softmax(g.add(scores, mask)), { transB: true }); // [NB, H, d, T]
  const rowsOfTokens = g.transpose(g.reshape(mixed, [batch, width, length]), [0, 2, 1]); // [NB, T, D]
  const joined = g.reshape(rowsOfTokens, [fish, rows * length, width]); // [N, B T, D]
  return g.matmul(joined, model.parameter(`h.${layer}.attn.c_proj`)); // [N, B T, D]
}
