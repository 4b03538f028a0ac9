import type { Tensor } from '#engine/tensor/builder.ts';
import { attention, attentionMask } from './attention.ts';
import { gainedLinear } from './gainedLinear.ts';
import { rotaryTables } from './rotary.ts';
import type { SchoolGraph, SchoolText } from './schoolGraph.ts';

export const NORM_EPSILON = 1e-5;

/**
 * A pre-norm transformer (GPT-2; Xiong et al. 2020, arXiv 2002.04745), stacked over the fish of a school: an encoder
 * for classification, a causal decoder for language modelling. Names are nanoGPT's.
 *
 * @param beside [N, B, D]: what is known of a text besides its tokens, added to each of them; see ./proposals.ts.
 * @returns The residual stream after each block, [N, B * T, D], before `ln_f`.
 */
export function transformer(model: SchoolGraph, text: SchoolText, beside: Tensor | null): readonly Tensor[] {
  const { g, school } = model;
  const { layers, width, heads, positional } = school.shape;
  let x = g.scope('wte', () => informed(model, embedding(model, text.tokens), beside)); // [N, B T, D]
  const mask = g.scope('attn.mask', () => attentionMask(model, text));
  const rotary = positional === 'rotary' ? rotaryTables(g, model.length, width / heads) : null;
  const streams: Tensor[] = [];
  for (let layer = 0; layer < layers; layer++) {
    g.scope(`h.${layer}`, () => {
      g.scope('attn', () => {
        const { xhat } = g.layerNorm(x, NORM_EPSILON);
        x = g.add(x, model.drop(attention(model, layer, xhat, mask, rotary)));
      });
      g.scope('mlp', () => {
        x = g.add(x, model.drop(feedForward(model, layer, g.layerNorm(x, NORM_EPSILON).xhat)));
      });
    });
    streams.push(x);
  }
  return streams;
}

function informed(model: SchoolGraph, x: Tensor, beside: Tensor | null): Tensor {
  if (beside === null) return x;
  const { g, fish, rows, length, school } = model;
  const { width } = school.shape;
  const byRow = g.reshape(x, [fish, rows, length, width]);
  const sum = g.add(byRow, g.reshape(beside, [fish, rows, 1, width])); // [N, B, T, D]
  return g.reshape(sum, [fish, rows * length, width]);
}

function embedding(model: SchoolGraph, tokens: Tensor): Tensor {
  const { g, fish, rows, length, school } = model;
  const { width } = school.shape;
  const words = model.embed(g.reshape(tokens, [fish, rows * length])); // [N, B T, D]
  if (school.shape.positional === 'rotary') return model.drop(words);
  const positions = g.sliceAxis(model.parameter('wpe'), 1, 0, length); // [N, T, D]
  const sum = g.add(
    g.reshape(words, [fish, rows, length, width]),
    g.reshape(positions, [fish, 1, length, width]),
  ); // [N, B, T, D]
  return model.drop(g.reshape(sum, [fish, rows * length, width])); // [N, B T, D]
}

function feedForward(model: SchoolGraph, layer: number, xhat: Tensor): Tensor {
  const { g, school } = model;
  const gain = model.parameter(`h.${layer}.ln_2`);
  const hidden = gainedLinear(g, xhat, gain, model.parameter(`h.${layer}.mlp.c_fc`)); // [N, B T, F]
  const active = school.shape.activation === 'gelu' ? g.gelu(hidden) : g.relu(hidden);
  return g.matmul(active, model.parameter(`h.${layer}.mlp.c_proj`)); // [N, B T, D]
}
