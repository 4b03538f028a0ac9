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
 * @returns The residual stream after each block, [N, B * T, D], before `ln_f`.
 */
export function transformer(model: SchoolGraph, text: SchoolText): readonly Tensor[] {
  const { g, school } = model;
  const { layers, width, heads, positional } = school.shape;
  let x = g.scope('wte', () => embedding(model, text.tokens)); // [N, B T, D]
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
