import { answer } from './answerMetrics.ts';
import type { Metric } from './metric.ts';

/** Of one fish. */
export const fishMetrics: readonly Metric[] = [
  ...answer('fish', 'the fish alone'),
  {
    name: 'trainLoss',
    scope: 'fish',
    task: 'both',
    label: 'Loss, training',
    unit: 'nats',
    better: 'lower',
    definition:
      'Mean loss of the batches since the last point, measured before each update, with dropout; at most 5 points a round.',
  },
  {
    name: 'trainLossRound',
    scope: 'fish',
    task: 'both',
    label: 'Loss, training, a round',
    unit: 'nats',
    better: 'lower',
    definition: 'Mean loss of all batches of the round, measured before each update, with dropout.',
  },
  {
    name: 'trainAccuracy',
    scope: 'fish',
    task: 'both',
    label: 'Accuracy, training',
    unit: 'share',
    better: 'higher',
    definition: 'Mean share of right answers on the batches of the round, before each update, with dropout.',
  },
  {
    name: 'gradNorm',
    scope: 'fish',
    task: 'both',
    label: 'Gradient norm',
    unit: '',
    better: null,
    definition:
      'Mean over the steps of the round of the Euclidean norm of the whole gradient, before clipping.',
  },
  {
    name: 'learningRate',
    scope: 'fish',
    task: 'both',
    label: 'Learning rate',
    unit: '',
    better: null,
    definition: 'Rate of the last optimizer step of the round, warm-up and schedule included.',
  },
  {
    name: 'tokens',
    scope: 'fish',
    task: 'both',
    label: 'Tokens learned from',
    unit: 'tokens',
    better: null,
    definition: 'Tokens of the examples in the local steps of the round, without padding.',
  },
  {
    name: 'share',
    scope: 'fish',
    task: 'both',
    label: 'Share of data',
    unit: 'share',
    better: null,
    definition: 'Training examples the fish may see, divided by all training examples.',
  },
  {
    name: 'exit/<layer>',
    scope: 'fish',
    task: 'classification',
    label: 'Accuracy of an early exit',
    unit: 'share',
    better: 'higher',
    definition: 'Accuracy over validation of the classifier after so many layers, by itself.',
    source: 'BranchyNet, Teerapittayanon et al. 2016, arXiv 1709.01686',
  },
  {
    name: 'fitness',
    scope: 'fish',
    task: 'both',
    label: 'Fitness',
    unit: '',
    better: 'higher',
    definition:
      'On the tuning rows, before a generation breeds: accuracy of the fish, or minus its loss in nats.',
  },
  {
    name: 'contribution',
    scope: 'fish',
    task: 'both',
    label: 'Contribution',
    unit: '',
    better: 'higher',
    definition:
      "Quality of the swarm's answer to the tuning rows less its quality without this fish (leave one out). Quality: accuracy; language modelling: 1 / perplexity. Where the answer is a mean of means, or one vote or mean of logits.",
  },
  {
    name: 'shapley',
    scope: 'fish',
    task: 'both',
    label: 'Contribution, Shapley',
    unit: '',
    better: 'higher',
    definition:
      "What the fish adds to the quality of the swarm's answer to the tuning rows, mean over random orders in which the live fish join; the values add up to the quality of all. On demand, at the next evaluation.",
    source:
      'Shapley 1953; Castro, Gomez & Tejada 2009, Polynomial calculation of the Shapley value based on sampling; Mitchell et al. 2022, arXiv 2104.12199',
  },
  {
    name: 'reputation',
    scope: 'fish',
    task: 'both',
    label: 'Reputation',
    unit: 'share',
    better: null,
    definition: 'Mean over the aggregators that hear the fish of the reputation a controller gives it.',
  },
  {
    name: 'strength/<source>',
    scope: 'fish',
    task: 'both',
    label: 'Learned strength',
    unit: '',
    better: null,
    definition:
      'With which strength the fish hears another over a trainable state link: that of the link times exp(theta), theta learned with its other parameters.',
  },
];
