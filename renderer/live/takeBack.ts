import type { FishState } from '#engine/protocol/events.ts';
import type { FishChange, LiveRun } from './liveRun.ts';

/** The run as it was before event `id`. */
export function takeBack(run: LiveRun, id: number): LiveRun {
  const before = <T extends { readonly id: number }>(list: readonly T[]): T[] =>
    list.filter((entry) => entry.id < id);
  const byNode = <T extends { readonly id: number }>(
    lists: Readonly<Record<string, readonly T[]>>,
  ): Record<string, readonly T[]> =>
    Object.fromEntries(Object.entries(lists).map(([node, list]) => [node, before(list)]));
  const fish = run.fish.filter((one) => (run.joined[one.id] ?? 0) < id);
  const fishHistory = before(run.fishHistory);
  return {
    ...run,
    ...lastPoints(run, id),
    ...fates(fish, fishHistory),
    fish,
    fishHistory,
    fishBack: {},
    joined: Object.fromEntries(Object.entries(run.joined).filter(([, event]) => event < id)),
    deeds: before(run.deeds),
    lineages: byNode(run.lineages),
    topologies: byNode(run.topologies),
    takeovers: byNode(run.takeovers),
    seriesVersion: run.seriesVersion + 1,
    rewinds: run.rewinds + 1,
    markers: before(run.markers),
    log: before(run.log),
    summary: null,
    pace: [],
    lastEvent: id - 1,
  };
}

/** Takes the points back, too. */
function lastPoints(run: LiveRun, id: number): Pick<LiveRun, 'latest' | 'round' | 'step' | 'historyLost'> {
  const latest: Record<string, number> = {};
  let round = 0;
  let step = 0;
  let historyLost = run.historyLost;
  for (const [name, buffer] of run.series) {
    if (!buffer.takeBackFrom(id)) historyLost = true;
    if (buffer.length === 0) continue;
    latest[name] = buffer.last;
    const last = buffer.columns(buffer.length - 1);
    round = Math.max(round, last.round[0] ?? 0);
    step = Math.max(step, last.step[0] ?? 0);
  }
  return { latest, round, step, historyLost };
}

function fates(
  fish: LiveRun['fish'],
  history: readonly FishChange[],
): Pick<LiveRun, 'fishState' | 'fishCause' | 'fishTrouble'> {
  const fishState = Object.fromEntries(fish.map((one): [string, FishState] => [one.id, 'running']));
  const fishCause: Record<string, string> = {};
  const fishTrouble: Record<string, FishChange['trouble']> = {};
  for (const change of history) {
    fishState[change.fish] = change.state;
    fishCause[change.fish] = change.cause;
    fishTrouble[change.fish] = change.trouble;
  }
  return { fishState, fishCause, fishTrouble };
}
