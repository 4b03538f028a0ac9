import type { Metric } from './metric.ts';

/** Of the run: how fast it goes. */
export const runMetrics: readonly Metric[] = [
  {
    name: 'tokensPerSecond',
    scope: 'run',
    task: 'both',
    label: 'Tokens a second',
    unit: 'tokens/s',
    better: 'higher',
    definition:
      'Tokens of the training examples of all fish in the round, divided by the time their steps took.',
  },
  {
    name: 'examplesPerSecond',
    scope: 'run',
    task: 'both',
    label: 'Examples a second',
    unit: 'examples/s',
    better: 'higher',
    definition: 'Training examples of all fish in the round, divided by the time their steps took.',
  },
  {
    name: 'gflops',
    scope: 'run',
    task: 'both',
    label: 'Speed',
    unit: 'GFLOP/s',
    better: 'higher',
    definition:
      'Floating point operations of the training programs of the round (counted from their shapes), divided by the time they took.',
  },
];
