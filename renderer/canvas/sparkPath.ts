import type { NodeId } from '#engine/core/brand.ts';
import type { FishInfo } from '#engine/protocol/events.ts';
import type { LiveRun } from '../live/liveRun.ts';
import { fishOfNode } from '../live/runFish.ts';

/** Pixels of the drawing. */
export const SPARK = { width: 174, height: 26 } as const;
const { width: WIDTH, height: HEIGHT } = SPARK;
const SAMPLES = 58;
/** The first of these that a run measures is drawn. */
const METRICS = ['trainLoss', 'loss'];

/** The mean loss of a node's fish as an SVG path over the whole run; empty before the second point. */
export const sparkPath = (run: Pick<LiveRun, 'fish' | 'series'>, node: NodeId): string =>
  sparkPathOf(run, fishOfNode(run, node));

/** The same of any fish of a run. */
export function sparkPathOf(run: Pick<LiveRun, 'series'>, fish: readonly FishInfo[]): string {
  const metric = METRICS.find((name) => fish.some(({ id }) => run.series.has(`fish/${id}/${name}`)));
  if (metric === undefined) return '';
  const columns = fish.flatMap(({ id }) => {
    const buffer = run.series.get(`fish/${id}/${metric}`);
    return buffer === undefined ? [] : [buffer.columns().value];
  });
  const length = Math.max(0, ...columns.map((values) => values.length));
  if (length < 2) return '';
  const count = Math.min(SAMPLES, length);
  const points: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const from = Math.floor((at * length) / count);
    const to = Math.max(from + 1, Math.floor(((at + 1) * length) / count));
    let sum = 0;
    let seen = 0;
    for (const values of columns) {
      for (let index = from; index < Math.min(to, values.length); index += 1) {
        const value = values[index]!;
        if (!Number.isFinite(value)) continue;
        sum += value;
        seen += 1;
      }
    }
    points.push(seen === 0 ? (points.at(-1) ?? 0) : sum / seen);
  }
  const low = Math.min(...points);
  const span = Math.max(...points) - low || 1;
  return points
    .map((value, at) => {
      const x = (at * WIDTH) / (count - 1);
      const y = HEIGHT - 2 - ((value - low) / span) * (HEIGHT - 4);
      return `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
}
