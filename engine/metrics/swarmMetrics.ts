import { answer } from './answerMetrics.ts';
import type { Metric } from './metric.ts';

const KROGH = 'Krogh & Vedelsby 1995, Neural network ensembles, cross validation and active learning';

/** Of the swarm as a whole. */
export const swarmMetrics: readonly Metric[] = [
  ...answer('swarm', 'the answer linked to the goal'),
  {
    name: 'f1:<label>',
    scope: 'swarm',
    task: 'classification',
    label: 'F1 of one class',
    unit: 'share',
    better: 'higher',
    definition:
      '2 TP / (2 TP + FP + FN) of one class; published for up to 20 classes. A "/" in a label is written as "∕".',
  },
  {
    name: 'bestFish',
    scope: 'swarm',
    task: 'both',
    label: 'Best fish',
    unit: '',
    better: null,
    definition: 'Accuracy of the best live fish; language modelling: loss of the best live fish.',
  },
  {
    name: 'meanFish',
    scope: 'swarm',
    task: 'both',
    label: 'Mean fish',
    unit: '',
    better: null,
    definition: 'Mean accuracy of the live fish; language modelling: mean loss.',
  },
  {
    name: 'worstFish',
    scope: 'swarm',
    task: 'both',
    label: 'Worst fish',
    unit: '',
    better: null,
    definition: 'Accuracy of the worst live fish; language modelling: loss of the worst live fish.',
  },
  {
    name: 'gainOverBest',
    scope: 'swarm',
    task: 'both',
    label: 'Gain over the best fish',
    unit: '',
    better: 'higher',
    definition:
      'Accuracy of the swarm minus that of the best live fish; language modelling: loss of the best fish minus that of the swarm. Above 0: the swarm knows more than any of its fish.',
  },
  {
    name: 'diversity',
    scope: 'swarm',
    task: 'classification',
    label: 'Diversity',
    unit: 'share',
    better: null,
    definition: 'Share of pairs of live fish that answer a validation text differently, mean over texts.',
  },
  {
    name: 'ambiguity',
    scope: 'swarm',
    task: 'classification',
    label: 'Ambiguity',
    unit: '',
    better: null,
    definition:
      'Mean over texts and live fish of |p_i - mean p|^2. The Brier score of the plain mean is the mean Brier score of the fish minus this.',
    source: KROGH,
  },
  {
    name: 'consensus',
    scope: 'swarm',
    task: 'classification',
    label: 'Consensus',
    unit: 'share',
    better: null,
    definition: 'Share of live fish whose answer is that of the swarm, mean over validation texts.',
  },
  {
    name: 'polarization',
    scope: 'swarm',
    task: 'both',
    label: 'Polarization',
    unit: '',
    better: null,
    definition:
      "Length of the mean unit vector of what each fish's weights changed by in the round's local steps: 1 where all learn in one direction, about 1 / sqrt(N) where directions are random. Mean over shapes of two fish or more; in rounds that are evaluated, of swarms of up to 33 million weights.",
    source: 'Couzin et al. 2002, Collective memory and spatial sorting in animal groups, equation 5',
  },
  {
    name: 'liveFish',
    scope: 'swarm',
    task: 'both',
    label: 'Live fish',
    unit: 'fish',
    better: null,
    definition: 'Fish that learn and answer at this evaluation.',
  },
  {
    name: 'messages',
    scope: 'swarm',
    task: 'both',
    label: 'Messages',
    unit: 'messages',
    better: 'lower',
    definition:
      'Messages that crossed links between fish, hubs and servers in the round, counted for each receiver. Answers to aggregators are counted at their links alone.',
  },
  {
    name: 'messageBytes',
    scope: 'swarm',
    task: 'both',
    label: 'Bytes sent',
    unit: 'bytes',
    better: 'lower',
    definition:
      'Bytes of the messages that crossed links between fish, hubs and servers in the round, as compressed: 4 a number where they are not.',
  },
  {
    name: 'messagesDropped',
    scope: 'swarm',
    task: 'both',
    label: 'Messages lost',
    unit: 'messages',
    better: 'lower',
    definition: 'Messages between fish, hubs and servers that were lost in the round.',
  },
];
