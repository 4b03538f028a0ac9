import type { PortType } from '#engine/nodes/kind.ts';
import type { LiveRun, TopologyEvent } from './liveRun.ts';

/** Of the pairs that a link of the canvas joins, how many a controller lets pass. */
export interface OpenPairs {
  readonly open: number;
  readonly all: number;
}

/** The node a fish belongs to; aggregators are nodes themselves. */
const nodeOf = (id: string): string => id.split(':')[0] ?? id;

/** By the family of the link, its source and target; made once a decision. */
const pairsOf = new WeakMap<TopologyEvent, ReadonlyMap<string, OpenPairs>>();

function pairs(event: TopologyEvent): ReadonlyMap<string, OpenPairs> {
  const known = pairsOf.get(event);
  if (known !== undefined) return known;
  const counts = new Map<string, OpenPairs>();
  const family = event.family === 'weights' ? 'weights' : 'prediction';
  for (const { from, to, open } of event.links) {
    const key = `${family} ${nodeOf(from)} ${nodeOf(to)}`;
    const before = counts.get(key) ?? { open: 0, all: 0 };
    counts.set(key, { open: before.open + (open > 0 ? 1 : 0), all: before.all + 1 });
  }
  pairsOf.set(event, counts);
  return counts;
}

/** What the newest decisions of controllers say of a link; null where none controls it. */
export function openPairs(
  run: Pick<LiveRun, 'topologies'>,
  type: PortType,
  source: string,
  target: string,
): OpenPairs | null {
  for (const events of Object.values(run.topologies)) {
    // One list may hold decisions of several families, the newest of each near its end.
    for (let at = events.length - 1; at >= Math.max(0, events.length - 3); at -= 1) {
      const found = pairs(events[at]!).get(`${type} ${source} ${target}`);
      if (found !== undefined) return found;
    }
  }
  return null;
}
