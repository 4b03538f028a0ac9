import type { RunEventBody } from '#engine/protocol/events.ts';
import type { Choice } from '../deciding/organising/choice.ts';

type Link = Extract<RunEventBody, { type: 'topology' }>['links'][number];

/** Four digits are more than anyone sees, and a tenth of the bytes. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** The links of one listener for the topology event. */
export function topologyLinks(listener: string, { open, trust }: Choice): Link[] {
  return Object.keys(open).map((from) => ({
    from,
    to: listener,
    open: rounded(open[from]!),
    trust: rounded(trust[from] ?? 0),
  }));
}
