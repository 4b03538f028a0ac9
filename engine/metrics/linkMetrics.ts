import type { Metric } from './metric.ts';

/** Of one link. */
export const linkMetrics: readonly Metric[] = [
  {
    name: 'messages',
    scope: 'link',
    task: 'both',
    label: 'Messages',
    unit: 'messages',
    better: null,
    definition:
      'Messages that crossed the link in the round, in both directions where weights are mixed; for up to 256 links.',
  },
  {
    name: 'bytes',
    scope: 'link',
    task: 'both',
    label: 'Bytes',
    unit: 'bytes',
    better: null,
    definition: 'Bytes of those messages, as compressed: 4 a number where they are not.',
  },
  {
    name: 'dropped',
    scope: 'link',
    task: 'both',
    label: 'Lost',
    unit: 'messages',
    better: null,
    definition: 'Messages that were lost on the link in the round.',
  },
  {
    name: 'weight',
    scope: 'link',
    task: 'both',
    label: 'Weight of a link',
    unit: '',
    better: null,
    definition:
      'How strongly the link acted in the round: the mean entry of the mixing matrix over its pairs for weights between fish; the strength of the link for states, predictions, servers and hubs.',
  },
];
