import type { Graph, Tensor } from '#engine/tensor/builder.ts';

export interface NextTokens {
  /** i32 [B, T]: the token that follows each of the T = L - 1 positions. */
  readonly ids: Tensor;
  /** bool [B, T]: whether there is one. */
  readonly exist: Tensor;
}

/** What a causal language model is to predict. tokens: i32 [B, L], lengths: i32 [B]. */
export function nextTokens(g: Graph, tokens: Tensor, lengths: Tensor): NextTokens {
  const [rows = 1, length = 1] = tokens.shape;
  const ids = g.sliceAxis(tokens, 1, 1, length); // [B, T]
  const exist = g.less(g.add(g.range(length - 1), 1), g.reshape(lengths, [rows, 1])); // [B, T]
  return { ids, exist };
}
