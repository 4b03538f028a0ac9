import { exitId, exitNamed } from '#engine/compile/sources.ts';
import { nodeSeries } from '#engine/protocol/series.ts';
import type { LiveRun } from '../../live/liveRun.ts';
import { isDead } from '../../live/runFish.ts';

export interface Part {
  readonly source: string;
  readonly value: number;
}

/** What a node says of each of its sources, from its series `<metric>/<source>`; a dead fish has 0. */
export function sourceParts(
  run: Pick<LiveRun, 'latest' | 'fishState'>,
  node: string,
  metric: 'weight' | 'part' | 'trust' | 'reputation',
): readonly Part[] {
  const found: Part[] = [];
  const prefix = nodeSeries(node, `${metric}/`);
  for (const name in run.latest) {
    if (!name.startsWith(prefix)) continue;
    const source = name.slice(prefix.length);
    found.push({
      source,
      value: isDead(run, exitNamed(source)?.fish ?? source) ? 0 : (run.latest[name] ?? 0),
    });
  }
  return found;
}

/** The same with the fish of one school joined: a school answers as one level of a cascade. */
export function partsByNode(
  run: Pick<LiveRun, 'latest' | 'fishState' | 'fish'>,
  node: string,
  metric: 'weight' | 'part',
): readonly Part[] {
  const sums = new Map<string, number>();
  for (const { source, value } of sourceParts(run, node, metric)) {
    const exit = exitNamed(source);
    const node = run.fish.find(({ id }) => id === (exit?.fish ?? source))?.nodeId;
    const owner = node === undefined ? source : exit === null ? node : exitId(node, exit.layer);
    sums.set(owner, (sums.get(owner) ?? 0) + value);
  }
  return [...sums].map(([source, value]) => ({ source, value }));
}
