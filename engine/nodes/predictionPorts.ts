import type { PortSpec } from './kind.ts';

/** The way in and the way out that every aggregator has. */
export const AGGREGATOR_PORTS: readonly PortSpec[] = [
  {
    id: 'prediction',
    direction: 'in',
    type: 'prediction',
    label: 'Predictions',
    help: 'The fish and aggregators it hears; the strength of a link is the weight of what comes through it.',
    maxLinks: Number.POSITIVE_INFINITY,
    required: true,
  },
  {
    id: 'prediction',
    direction: 'out',
    type: 'prediction',
    label: 'Decision',
    help: 'What it decides: a probability for every class or token.',
    maxLinks: Number.POSITIVE_INFINITY,
    required: false,
  },
];
