import type { RunId } from '#engine/core/brand.ts';
import type { Series } from '#engine/protocol/api/measured.ts';
import { engine } from '../engine/client.ts';

const MOST_POINTS = 50_000;

/** A series in stretches of rounds short enough to come unsummed, in order. */
async function stretches(runId: RunId, name: string, from: number, to: number): Promise<readonly Series[]> {
  const [series] = await engine.request('runs.series', {
    runId,
    names: [name],
    maxPoints: MOST_POINTS,
    from,
    to,
  });
  if (series === undefined) return [];
  if (series.size === 1 || to <= from) return [series];
  const middle = Math.floor((from + to) / 2);
  return [...(await stretches(runId, name, from, middle)), ...(await stretches(runId, name, middle + 1, to))];
}

/** All that a kept run measured, point by point, however long it is. */
export async function wholeSeries(runId: RunId): Promise<readonly Series[]> {
  const outlines = await engine.request('runs.series', { runId, names: ['*'], maxPoints: 2 });
  const all: Series[] = [];
  for (const { name, round } of outlines.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    all.push(...(await stretches(runId, name, 0, Math.max(1, round.at(-1) ?? 1))));
  return all;
}
