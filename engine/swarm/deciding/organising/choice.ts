import { z } from 'zod';

/** Numbers a listener's controller remembers of each of its sources, by their id. */
export const bySource = z.record(z.string(), z.number());
export type BySource = z.output<typeof bySource>;

/** What a method makes of one listener in a round. */
export interface Choice {
  /** How far each link is open, by source: 0 is closed, 1 has the strength it was drawn with. */
  readonly open: Readonly<BySource>;
  /** How much each source is trusted: probability, share, readiness or trail, by method; all from 0 to 1. */
  readonly trust: Readonly<BySource>;
}

/** The ids of the `keep` largest, ties by id; all where `keep` is 0. */
function best(values: Readonly<BySource>, keep: number): Set<string> {
  const order = Object.entries(values).toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return new Set((keep === 0 ? order : order.slice(0, keep)).map(([id]) => id));
}

/** The best `keep` open in proportion to their value, the best of all wholly; the others closed. */
export function openBest(values: Readonly<BySource>, keep: number): BySource {
  const kept = best(values, keep);
  const top = Math.max(0, ...Object.values(values));
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, kept.has(id) ? (top > 0 ? value / top : 1) : 0]),
  );
}
