import type { TopologyEvent } from '../live/liveRun.ts';

export interface HearingCell {
  /** What the link's strength is multiplied by, 0: closed. */
  readonly open: number;
  readonly trust: number;
}

export interface HearingMatrix {
  readonly round: number;
  /** Who speaks: the columns. */
  readonly sources: readonly string[];
  /** Who hears: the rows. */
  readonly listeners: readonly string[];
  /** [listener][source]; null where the controller has no such link. */
  readonly cells: readonly (readonly (HearingCell | null)[])[];
}

const byName = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/** Who heard whom by one decision of a controller; sources and listeners in natural order. */
export function hearingMatrix({ round, links }: Pick<TopologyEvent, 'round' | 'links'>): HearingMatrix {
  const sources = [...new Set(links.map(({ from }) => from))].toSorted(byName);
  const listeners = [...new Set(links.map(({ to }) => to))].toSorted(byName);
  const known = new Map(links.map(({ from, to, open, trust }) => [`${to} ${from}`, { open, trust }]));
  return {
    round,
    sources,
    listeners,
    cells: listeners.map((to) => sources.map((from) => known.get(`${to} ${from}`) ?? null)),
  };
}
