import type { Metric } from './metric.ts';

const GUO = 'Guo et al. 2017, arXiv 1706.04599';

/** What is measured of whatever answers: a fish alone, the swarm, an aggregator. */
export const answer = (scope: Metric['scope'], who: string): readonly Metric[] => [
  {
    name: 'loss',
    scope,
    task: 'both',
    label: 'Loss',
    unit: 'nats',
    better: 'lower',
    definition: `Mean of -log p(truth) of ${who} over validation: a text each, or a token each.`,
  },
  {
    name: 'accuracy',
    scope,
    task: 'both',
    label: 'Accuracy',
    unit: 'share',
    better: 'higher',
    definition: `Share of validation texts (tokens) whose most probable class (next token) for ${who} is the true one.`,
  },
  {
    name: 'macroF1',
    scope,
    task: 'classification',
    label: 'Macro F1',
    unit: 'share',
    better: 'higher',
    definition:
      'Mean over classes of F1 = 2 TP / (2 TP + FP + FN); classes that are neither true nor answered anywhere are left out.',
  },
  {
    name: 'ece',
    scope,
    task: 'classification',
    label: 'Calibration error',
    unit: 'share',
    better: 'lower',
    definition:
      'Expected calibration error: mean over 15 equal bins of confidence, weighted by their texts, of |accuracy - mean confidence|.',
    source: GUO,
  },
  {
    name: 'perplexity',
    scope,
    task: 'language-modelling',
    label: 'Perplexity',
    unit: '',
    better: 'lower',
    definition: 'e to the power of the loss.',
  },
];
