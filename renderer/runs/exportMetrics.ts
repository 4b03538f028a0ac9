import type { RunId } from '#engine/core/brand.ts';
import type { Series } from '#engine/protocol/api.ts';
import { engine } from '../engine/client.ts';
import { csvRow } from './charts/linesToCsv.ts';

const MOST_POINTS = 50_000;

/** Every point of a series, asked for in stretches of rounds short enough to come unsummed. */
async function pointsOf(runId: RunId, name: string, from: number, to: number): Promise<readonly Series[]> {
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
  return [...(await pointsOf(runId, name, from, middle)), ...(await pointsOf(runId, name, middle + 1, to))];
}

/** All that a run measured, a row a point: series, round, step, seconds, value. As parts of a file. */
export async function metricsCsv(runId: RunId, names: Iterable<string>, rounds: number): Promise<string[]> {
  const parts = ['series,round,step,seconds,value\n'];
  for (const name of names) {
    for (const { round, step, time, last } of await pointsOf(runId, name, 0, Math.max(1, rounds))) {
      const rows = last.map((value, at) =>
        csvRow([name, round[at] ?? '', step[at] ?? '', (time[at] ?? 0) / 1000, value]),
      );
      if (rows.length > 0) parts.push(`${rows.join('\n')}\n`);
    }
  }
  return parts;
}
