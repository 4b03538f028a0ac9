import { t } from '../../core/text.ts';
import type { FieldSpec } from '../kind.ts';
import { units } from '../units.ts';
import type { FishParams } from './schema.ts';

const adamw = (params: Readonly<Record<string, unknown>>) => params.optimizer === 'adamw';
const sgd = (params: Readonly<Record<string, unknown>>) => params.optimizer === 'sgd';

const zoned = (params: Readonly<Record<string, unknown>>) => params.zones === true;

export const fishFields = {
  count: {
    label: t`Size`,
    help: t`How many identical fish this node stands for: a school. They start from different random weights.`,
    section: t`School`,
    control: 'slider',
    unit: units.fish,
  },
  alignment: {
    label: t`Alignment`,
    help: t`Learn to answer as the others of the school do, on text that is not its own to learn (mutual learning, arXiv 1706.00384). Schooling fish see one common batch.`,
    section: t`School`,
    control: 'slider',
  },
  cohesion: {
    label: t`Cohesion`,
    help: t`Keep its inner state near the mean state of the school's other fish.`,
    section: t`School`,
    control: 'slider',
  },
  separation: {
    label: t`Separation`,
    help: t`Answer unlike the others, so that errors differ (negative correlation learning, Liu and Yao 1999).`,
    section: t`School`,
    control: 'slider',
  },
  zones: {
    label: t`Zones`,
    help: t`Nearness decides which rule acts between two fish (Couzin 2002): the nearest repel (separation), others orient (alignment), the farther attract (cohesion).`,
    section: t`School`,
    control: 'switch',
  },
  repulsion: {
    label: t`Repulsion up to`,
    help: t`Fish whose predictions are nearer than this move away from each other and do nothing else. 0: they agree in everything; 1: they are sure of different answers.`,
    section: t`School`,
    control: 'slider',
    visible: zoned,
  },
  orientation: {
    label: t`Orientation up to`,
    help: t`Up to this distance of predictions fish learn to answer alike.`,
    section: t`School`,
    control: 'slider',
    visible: zoned,
  },
  attraction: {
    label: t`Attraction up to`,
    help: t`Up to this distance of predictions fish are drawn to each other's inner states; those farther away are not seen.`,
    section: t`School`,
    control: 'slider',
    visible: zoned,
  },
  layers: {
    label: t`Layers`,
    help: t`Transformer blocks, each attention and feed-forward.`,
    section: t`Transformer`,
    control: 'slider',
    unit: units.blocks,
  },
  width: {
    label: t`Width`,
    help: t`Numbers that describe one token inside the fish. The heads must divide it.`,
    section: t`Transformer`,
    control: 'log-slider',
  },
  heads: {
    label: t`Heads`,
    help: t`Attention heads of a block; each looks at width / heads numbers.`,
    section: t`Transformer`,
    control: 'number',
  },
  feedForward: {
    label: t`Feed-forward`,
    help: t`Hidden width of the feed-forward part of a block; four times the width is usual.`,
    section: t`Transformer`,
    control: 'log-slider',
  },
  context: {
    label: t`Context`,
    help: t`The most tokens a fish reads at once; longer texts are cut. The same for every fish of a swarm.`,
    section: t`Transformer`,
    control: 'log-slider',
    unit: units.tokens,
  },
  positional: {
    label: t`Positions`,
    help: t`How order is known: learned vectors, or rotation of queries and keys (RoPE, arXiv 2104.09864).`,
    section: t`Transformer`,
    control: 'select',
    options: { learned: t`Learned`, rotary: t`Rotary` },
  },
  activation: {
    label: t`Activation`,
    help: t`The non-linearity of the feed-forward part.`,
    section: t`Transformer`,
    control: 'select',
    advanced: true,
    options: { gelu: t`GELU`, relu: t`ReLU` },
  },
  pooling: {
    label: t`Pooling`,
    help: t`How the tokens become one answer: their mean, a classification token, or learned attention. Language modelling has no pooling.`,
    section: t`Transformer`,
    control: 'select',
    options: { mean: t`Mean`, cls: t`Classification token`, attention: t`Attention` },
  },
  exits: {
    label: t`Early exits`,
    help: t`A classifier after every layer, all learning together (BranchyNet, arXiv 1709.01686). A cascade that hears this fish asks its layers one after the other and stops at the first that is sure.`,
    section: t`Transformer`,
    control: 'switch',
  },
  dropout: {
    label: t`Dropout`,
    help: t`The share of activations left out while training, against learning by heart.`,
    section: t`Training`,
    control: 'slider',
  },
  optimizer: {
    label: t`Optimizer`,
    help: t`AdamW (arXiv 1711.05101), or stochastic gradient descent with momentum.`,
    section: t`Training`,
    control: 'select',
    options: { adamw: t`AdamW`, sgd: t`SGD` },
  },
  learningRate: {
    label: t`Learning rate`,
    help: t`The size of a step; about 0.001 for AdamW, ten to a hundred times that for SGD.`,
    section: t`Training`,
    control: 'log-slider',
  },
  schedule: {
    label: t`Schedule`,
    help: t`How the learning rate goes on after warm-up: constant, or falling to zero at the end of the run.`,
    section: t`Training`,
    control: 'select',
    options: { constant: t`Constant`, linear: t`Linear decay`, cosine: t`Cosine decay` },
  },
  warmup: {
    label: t`Warm-up`,
    help: t`The share of all steps over which the learning rate rises from zero.`,
    section: t`Training`,
    control: 'slider',
  },
  weightDecay: {
    label: t`Weight decay`,
    help: t`Pulls weights towards zero, decoupled from the gradient.`,
    section: t`Training`,
    control: 'number',
    advanced: true,
  },
  beta1: {
    label: t`Beta 1`,
    help: t`AdamW's memory of the gradient.`,
    section: t`Training`,
    control: 'number',
    visible: adamw,
    advanced: true,
  },
  beta2: {
    label: t`Beta 2`,
    help: t`AdamW's memory of the squared gradient.`,
    section: t`Training`,
    control: 'number',
    visible: adamw,
    advanced: true,
  },
  momentum: {
    label: t`Momentum`,
    help: t`SGD's memory of earlier steps.`,
    section: t`Training`,
    control: 'slider',
    visible: sgd,
    advanced: true,
  },
  clipNorm: {
    label: t`Clip gradient`,
    help: t`The longest gradient of a fish that is used at full length; 0 does not clip.`,
    section: t`Training`,
    control: 'number',
    advanced: true,
  },
} satisfies Record<keyof FishParams, FieldSpec>;
