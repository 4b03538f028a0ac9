import { t } from '../core/text.ts';
import type { PortSpec } from './kind.ts';

/** The way in of a fish for answers that it reads beside the text. */
export const PROPOSALS_PORT = 'proposals';

/** The ways in and the way out that every aggregator has. */
export const AGGREGATOR_PORTS: readonly PortSpec[] = [
  {
    id: 'prediction',
    direction: 'in',
    type: 'prediction',
    label: t`Predictions`,
    help: t`The fish and aggregators it hears; the strength of a link is the weight of what comes through it.`,
    maxLinks: Number.POSITIVE_INFINITY,
    required: true,
  },
  {
    id: 'control',
    direction: 'in',
    type: 'control',
    label: t`Control`,
    help: t`Controllers that decide which of its sources it hears, and how strongly.`,
    maxLinks: Number.POSITIVE_INFINITY,
    required: false,
  },
  {
    id: 'prediction',
    direction: 'out',
    type: 'prediction',
    label: t`Decision`,
    help: t`What it decides: a probability for every class or token.`,
    maxLinks: Number.POSITIVE_INFINITY,
    required: false,
  },
];
