import type { FishId, LinkId, NodeId } from '../core/brand.ts';

/** Names of metric series: `swarm/accuracy`, `fish/<id>/loss`, `node/<id>/<metric>`, `link/<id>/<metric>`, `run/examplesPerSecond`. */
export const swarmSeries = (metric: string): string => `swarm/${metric}`;
export const fishSeries = (fish: FishId | string, metric: string): string => `fish/${fish}/${metric}`;
export const nodeSeries = (node: NodeId | string, metric: string): string => `node/${node}/${metric}`;
export const linkSeries = (link: LinkId | string, metric: string): string => `link/${link}/${metric}`;
export const runSeries = (metric: string): string => `run/${metric}`;

export interface SeriesName {
  readonly scope: 'swarm' | 'fish' | 'node' | 'link' | 'run';
  /** The fish, node or link; empty for swarm and run. */
  readonly subject: string;
  readonly metric: string;
}

/** null where `name` is not a series name. */
export function parseSeries(name: string): SeriesName | null {
  const parts = name.split('/');
  const [scope, ...rest] = parts;
  if ((scope === 'swarm' || scope === 'run') && rest.length === 1)
    return { scope, subject: '', metric: rest[0]! };
  if ((scope === 'fish' || scope === 'node' || scope === 'link') && rest.length >= 2) {
    return { scope, subject: rest[0]!, metric: rest.slice(1).join('/') };
  }
  return null;
}
