import type { LiveRun, Marker } from './liveRun.ts';

/** As good as before: within half a point. */
const TOLERANCE = 0.005;

/**
 * Rounds after a fish's death until the swarm answered as well as just before it; null while it has not, and when it
 * never got worse.
 */
export function roundsToRecover(run: Pick<LiveRun, 'series'>, death: Marker): number | null {
  const columns = run.series.get('swarm/accuracy')?.columns();
  if (columns === undefined) return null;
  const { round, value } = columns;
  let before = Number.NaN;
  let fell = false;
  for (let at = 0; at < value.length; at += 1) {
    if (round[at]! < death.round) before = value[at]!;
    else if (Number.isNaN(before)) return null;
    else if (value[at]! < before - TOLERANCE) fell = true;
    else if (fell) return round[at]! - death.round;
  }
  return null;
}
