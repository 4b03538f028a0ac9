import type { Shape } from '#engine/tensor/ir.ts';
import type { DataShape } from '../compiled.ts';
import type { FishShape } from '../plan.ts';
import { earlyExits } from '../sources.ts';
import { PROPOSALS, PROPOSALS_TRUST } from './proposers.ts';

/** First values: normal with this deviation around 0, or all the same. */
export type Initial = { readonly deviation: number } | { readonly value: number };

/** One parameter of one fish; a school stacks it along a leading axis. */
export interface ParameterSpec {
  /** nanoGPT's name, e.g. "h.0.attn.c_attn". */
  readonly name: string;
  readonly shape: Shape;
  readonly initial: Initial;
  /** Whether weight decay applies: matrices yes, embeddings, gains and biases no. */
  readonly decay: boolean;
}

/** A state link's receiving school, and its width. */
export interface Receiver {
  readonly school: string;
  readonly width: number;
}

/** How a fish takes part in state links. */
export interface StateTalk {
  /** Whether it hears anyone. */
  readonly hears: boolean;
  readonly receivers: readonly Receiver[];
  /** Fish it hears over trainable links: the strength of each is its own to learn. */
  readonly trusted: number;
  /** Fish whose answers it reads. */
  readonly proposers: number;
}

/** Name of the matrix W_j that carries a state to fish of the school `to`. */
export const stateWeight = (to: string): string => `state.${to}`;

/** Name of the logarithms of what trainable links do to their strengths; 0: nothing yet. */
export const TRUST = 'state.trust';

/** Name of what the classifier after so many layers has for `ln_f`, `head` or `head.bias`. */
export const exitParameter = (layer: number, what: 'ln_f' | 'head' | 'head.bias'): string =>
  `exit.${layer}.${what}`;

/**
 * The parameters of a fish.
 *
 * Linear maps have no biases (PaLM, arXiv 2204.02311, section 2: none in any dense kernel or layer norm), except the
 * classifier's, which holds the log-priors of the classes. The language model's head is not tied to `wte`: only the
 * untied table can be updated row by row (see ./embedding.ts).
 *
 * First values: hidden weights are normal with deviation sqrt(2 / (5 width)) (SmallInit, Nguyen and Salazar,
 * arXiv 1910.05895), since GPT-2's 0.02, chosen for widths near 1000, leaves attention flat in fish of width 64;
 * projections into the residual stream are divided by sqrt(2 layers) (GPT-2). Embeddings and heads: 0.02 (GPT-2).
 */
export function parameterSpecs(shape: FishShape, data: DataShape, talk: StateTalk): readonly ParameterSpec[] {
  const { width, layers, feedForward } = shape;
  const hidden = Math.sqrt(2 / (5 * width));
  const residual = hidden / Math.sqrt(2 * layers);
  const outputs = data.task === 'classification' ? data.classes : data.vocabSize;
  const specs: ParameterSpec[] = [];
  const matrix = (name: string, dims: Shape, deviation: number): void => {
    specs.push({ name, shape: dims, initial: { deviation }, decay: true });
  };
  const table = (name: string, dims: Shape): void => {
    specs.push({ name, shape: dims, initial: { deviation: 0.02 }, decay: false });
  };
  const vector = (name: string, size: number, value: number): void => {
    specs.push({ name, shape: [size], initial: { value }, decay: false });
  };

  table('wte', [data.vocabSize, width]);
  if (shape.positional === 'learned') table('wpe', [shape.context, width]);
  // What it reads of others stands beside the embeddings, and begins as they do.
  if (data.task === 'classification' && talk.proposers > 0) {
    table(PROPOSALS, [talk.proposers * (data.classes + 1), width]);
    vector(PROPOSALS_TRUST, 1, 1);
  }
  for (let layer = 0; layer < layers; layer++) {
    vector(`h.${layer}.ln_1`, width, 1);
    matrix(`h.${layer}.attn.c_attn`, [width, 3 * width], hidden);
    matrix(`h.${layer}.attn.c_proj`, [width, width], residual);
    vector(`h.${layer}.ln_2`, width, 1);
    matrix(`h.${layer}.mlp.c_fc`, [width, feedForward], hidden);
    matrix(`h.${layer}.mlp.c_proj`, [feedForward, width], residual);
  }
  if (data.task === 'classification' && shape.pooling === 'attention') vector('pool.query', width, 0);
  for (const receiver of talk.receivers) {
    matrix(stateWeight(receiver.school), [width, receiver.width], 1 / Math.sqrt(width));
  }
  if (talk.hears) vector('state.gamma', 1, 0.1);
  if (talk.trusted > 0) vector(TRUST, talk.trusted, 0);
  if (data.task === 'classification') {
    for (const layer of earlyExits(shape)) {
      vector(exitParameter(layer, 'ln_f'), width, 1);
      matrix(exitParameter(layer, 'head'), [width, outputs], 0.02);
      vector(exitParameter(layer, 'head.bias'), outputs, 0);
    }
  }
  vector('ln_f', width, 1);
  matrix('head', [width, outputs], 0.02);
  if (data.task === 'classification') vector('head.bias', outputs, 0);
  return specs;
}
