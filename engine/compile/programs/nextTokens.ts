import type { Graph, Tensor } from '#engine/tensor/builder.ts';

export interface NextTokens {
  /** i32 [B, T]: the token that follows each, 0 where there is none. */
  readonly ids: Tensor;
  /** bool [B, T]: whether there is one. */
  readonly exist: Tensor;
}

/** What a causal language model is to predict. tokens: i32 [B, T], lengths: i32 [B]. */
export function nextTokens(g: Graph, tokens: Tensor, lengths: Tensor): NextTokens {
  const [rows = 1, length = 1] = tokens.shape;
  const none = g.fill(0, [rows, 1], 'i32');
  const ids = length === 1 ? none : g.concat([g.sliceAxis(tokens, 1, 1, length), none], 1); // [B, T]
  const exist = g.less(g.add(g.range(length), 1), g.reshape(lengths, [rows, 1])); // [B, T]
  return { ids, exist };
}
