import type { LinkId } from '#engine/core/brand.ts';
import { linkSeries } from '#engine/protocol/series.ts';
import { isComputing, type LiveRun } from './liveRun.ts';
import { liveStrength } from './runLinks.ts';

export interface LinkFlow {
  /** Messages and bytes a second, from the pace of the last rounds; null while the run does not compute. */
  readonly messagesASecond: number | null;
  readonly bytesASecond: number | null;
  /** Bytes of one message; null where none crossed. */
  readonly messageBytes: number | null;
  /** The last round in which a message crossed; null: none ever did, or it cannot be told. */
  readonly lastRound: number | null;
  /** Of the whole run so far, as far as the page knows it. */
  readonly bytes: readonly number[];
}

/** Places of the small curve of a link. */
const PLACES = 60;

/** What passes a link now and passed it before; null where nothing is counted. */
export function linkFlow(
  run: Pick<LiveRun, 'latest' | 'series' | 'pace' | 'state' | 'deeds'>,
  link: LinkId,
): LinkFlow | null {
  const messages = run.latest[linkSeries(link, 'messages')];
  if (messages === undefined) return null;
  const bytes = run.latest[linkSeries(link, 'bytes')] ?? 0;
  // What crossed before it was cut is no longer what crosses.
  const cut = liveStrength(run, link) === 0;
  const [first, last] = [run.pace[0], run.pace.at(-1)];
  const milliseconds =
    first === undefined || last === undefined || last.round <= first.round
      ? null
      : (last.time - first.time) / (last.round - first.round);
  const aSecond = (count: number): number | null =>
    milliseconds === null || milliseconds === 0 || cut || !isComputing(run.state)
      ? null
      : (count / milliseconds) * 1000;
  return {
    messagesASecond: aSecond(messages),
    bytesASecond: aSecond(bytes),
    messageBytes: messages === 0 ? null : bytes / messages,
    lastRound: lastRoundOf(run, link),
    bytes: cut ? [...sampled(run, link), 0, 0] : sampled(run, link),
  };
}

function lastRoundOf(run: Pick<LiveRun, 'series'>, link: LinkId): number | null {
  const columns = run.series.get(linkSeries(link, 'messages'))?.columns();
  if (columns === undefined) return null;
  const at = columns.high.findLastIndex((count) => count > 0);
  return at === -1 ? null : (columns.round[at] ?? null);
}

function sampled(run: Pick<LiveRun, 'series'>, link: LinkId): number[] {
  const high = run.series.get(linkSeries(link, 'bytes'))?.columns().high;
  if (high === undefined) return [];
  const count = Math.min(PLACES, high.length);
  return Array.from({ length: count }, (_, at) => {
    const from = Math.floor((at * high.length) / count);
    const to = Math.max(from + 1, Math.floor(((at + 1) * high.length) / count));
    return Math.max(...high.subarray(from, to));
  });
}
