import type { FieldSpec } from '../kind.ts';
import type { FishParams } from './schema.ts';

const adamw = (params: Readonly<Record<string, unknown>>) => params.optimizer === 'adamw';
const sgd = (params: Readonly<Record<string, unknown>>) => params.optimizer === 'sgd';

export const fishFields = {
  count: {
    label: 'Fish',
    help: 'How many identical fish this node stands for: a school. They start from different random weights.',
    section: 'School',
    control: 'slider',
    unit: 'fish',
  },
  layers: {
    label: 'Layers',
    help: 'Transformer blocks, each attention and feed-forward.',
    section: 'Transformer',
    control: 'slider',
    unit: 'blocks',
  },
  width: {
    label: 'Width',
    help: 'Numbers that describe one token inside the fish. The heads must divide it.',
    section: 'Transformer',
    control: 'log-slider',
  },
  heads: {
    label: 'Heads',
    help: 'Attention heads of a block; each looks at width / heads numbers.',
    section: 'Transformer',
    control: 'number',
  },
  feedForward: {
    label: 'Feed-forward',
    help: 'Hidden width of the feed-forward part of a block; four times the width is usual.',
    section: 'Transformer',
    control: 'log-slider',
  },
  context: {
    label: 'Context',
    help: 'The most tokens a fish reads at once; longer texts are cut. The same for every fish of a swarm.',
    section: 'Transformer',
    control: 'log-slider',
    unit: 'tokens',
  },
  positional: {
    label: 'Positions',
    help: 'How order is known: learned vectors, or rotation of queries and keys (RoPE, arXiv 2104.09864).',
    section: 'Transformer',
    control: 'select',
    options: { learned: 'Learned', rotary: 'Rotary' },
  },
  activation: {
    label: 'Activation',
    help: 'The non-linearity of the feed-forward part.',
    section: 'Transformer',
    control: 'select',
    advanced: true,
    options: { gelu: 'GELU', relu: 'ReLU' },
  },
  pooling: {
    label: 'Pooling',
    help: 'How the tokens become one answer: their mean, a classification token, or learned attention. Language modelling has no pooling.',
    section: 'Transformer',
    control: 'select',
    options: { mean: 'Mean', cls: 'Classification token', attention: 'Attention' },
  },
  dropout: {
    label: 'Dropout',
    help: 'The share of activations left out while training, against learning by heart.',
    section: 'Training',
    control: 'slider',
  },
  optimizer: {
    label: 'Optimizer',
    help: 'AdamW (arXiv 1711.05101), or stochastic gradient descent with momentum.',
    section: 'Training',
    control: 'select',
    options: { adamw: 'AdamW', sgd: 'SGD' },
  },
  learningRate: {
    label: 'Learning rate',
    help: 'The size of a step; about 0.001 for AdamW, ten to a hundred times that for SGD.',
    section: 'Training',
    control: 'log-slider',
  },
  schedule: {
    label: 'Schedule',
    help: 'How the learning rate goes on after warm-up: constant, or falling to zero at the end of the run.',
    section: 'Training',
    control: 'select',
    options: { constant: 'Constant', linear: 'Linear decay', cosine: 'Cosine decay' },
  },
  warmup: {
    label: 'Warm-up',
    help: 'The share of all steps over which the learning rate rises from zero.',
    section: 'Training',
    control: 'slider',
  },
  weightDecay: {
    label: 'Weight decay',
    help: 'Pulls weights towards zero, decoupled from the gradient.',
    section: 'Training',
    control: 'number',
    advanced: true,
  },
  beta1: {
    label: 'Beta 1',
    help: "AdamW's memory of the gradient.",
    section: 'Training',
    control: 'number',
    visible: adamw,
    advanced: true,
  },
  beta2: {
    label: 'Beta 2',
    help: "AdamW's memory of the squared gradient.",
    section: 'Training',
    control: 'number',
    visible: adamw,
    advanced: true,
  },
  momentum: {
    label: 'Momentum',
    help: "SGD's memory of earlier steps.",
    section: 'Training',
    control: 'slider',
    visible: sgd,
    advanced: true,
  },
  clipNorm: {
    label: 'Clip gradient',
    help: 'The longest gradient of a fish that is used at full length; 0 does not clip.',
    section: 'Training',
    control: 'number',
    advanced: true,
  },
} satisfies Record<keyof FishParams, FieldSpec>;
