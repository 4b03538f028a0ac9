import type { NodeId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import { linksOf, nodesOf } from '#engine/document/graph.ts';
import type { SwarmDocument, SwarmLink } from '#engine/document/schema.ts';
import type { PortType } from '#engine/nodes/kind.ts';
import type { FishInfo } from '#engine/protocol/events.ts';
import { fishBehind, parametersBehind } from '../canvas/bodies/parametersBehind.ts';
import { nodeTitle } from '../canvas/ports.ts';
import type { LiveRun } from './liveRun.ts';
import { isDead } from './runFish.ts';

/** A node whose fish do the work of another's that stopped. */
export interface StandIn {
  /** Number of the event by which it began. */
  readonly id: number;
  readonly from: NodeId;
  readonly to: NodeId;
  /** "Ben for Ann". */
  readonly text: string;
}

type Run = Pick<LiveRun, 'takeovers' | 'fish' | 'fishState' | 'fishHistory'>;

/** Who stands in for whom now: as supervisors said, and the next level of a cascade whose level has nobody left. */
export function standIns(run: Run, document: SwarmDocument | null): readonly StandIn[] {
  if (!run.fish.some(({ id }) => isDead(run, id))) return []; // asked several times a second
  return [...bySupervisors(run), ...(document === null ? [] : byCascades(run, document))];
}

function bySupervisors(run: Run): StandIn[] {
  const newest = Object.values(run.takeovers).flatMap((events) => [
    ...new Map(events.map((event) => [event.fish, event])).values(),
  ]);
  if (newest.length === 0) return [];
  const fish = new Map(run.fish.map((one) => [one.id, one]));
  const found = new Map<string, StandIn & { readonly who: readonly string[]; readonly whom: Set<string> }>();
  for (const { id, fish: stopped, to } of newest) {
    const from = fish.get(stopped);
    if (from === undefined || run.fishState[stopped] === 'running') continue;
    for (const [node, takers] of Map.groupBy(to, (one) => fish.get(one)?.nodeId)) {
      if (node === undefined || node === from.nodeId) continue;
      const key = `${from.nodeId} ${node}`;
      const known = found.get(key);
      const who = takers.map((one) => fish.get(one)?.name ?? one);
      const whom = new Set([...(known?.whom ?? []), from.name]);
      found.set(key, {
        id: Math.max(id, known?.id ?? 0),
        from: from.nodeId as NodeId, // nodes of fish are nodes of the document
        to: node as NodeId, // as above
        who,
        whom,
        text: t`${names(who)} for ${names([...whom])}`,
      });
    }
  }
  return [...found.values()].map(({ id, from, to, text }) => ({ id, from, to, text }));
}

const names = (all: readonly string[]): string =>
  all.length === 1 ? (all[0] ?? '') : counted(all.length, '{0} fish', '{0} fish');

function byCascades(run: Run, document: SwarmDocument): StandIn[] {
  return nodesOf(document).flatMap(([id, { kind }]) =>
    kind === 'cascade' ? ofCascade(run, document, id) : [],
  );
}

/** Levels answer in the order of what they cost; where one has nobody left, its texts go on to the next that has. */
function ofCascade(run: Run, document: SwarmDocument, cascade: NodeId): StandIn[] {
  const nodes = new Set(
    linksOf(document).flatMap(([, { from, to }]) => (to.node === cascade ? [from.node] : [])),
  );
  const levels = [...nodes]
    .map((node) => ({
      node,
      fish: fishBehind(document, run.fish, node),
      size: parametersBehind(document, run.fish, node),
    }))
    .toSorted((a, b) => a.size - b.size);
  const isGone = (fish: readonly FishInfo[]): boolean =>
    fish.length > 0 && fish.every(({ id }) => isDead(run, id));
  return levels.flatMap((level, at) => {
    if (!isGone(level.fish)) return [];
    const next = levels.slice(at + 1).find(({ fish }) => !isGone(fish));
    const [old, now] = [document.nodes[level.node], next && document.nodes[next.node]];
    const last = run.fishHistory.findLast(
      (change) => change.state !== 'running' && level.fish.some(({ id }) => id === change.fish),
    );
    if (next === undefined || old === undefined || now === undefined || last === undefined) return [];
    return [
      { id: last.id, from: level.node, to: next.node, text: t`${nodeTitle(now)} for ${nodeTitle(old)}` },
    ];
  });
}

/** Milliseconds of the run's clock for which a takeover is news. */
const NEWS_MS = 6000;

interface Taken {
  readonly id: number;
  readonly time: number;
}
const takers = new WeakMap<LiveRun['takeovers'], ReadonlyMap<string, Taken>>();

/** By node, the newest takeover by one of its fish, or that it decided. */
function takersOf(run: Pick<LiveRun, 'takeovers' | 'fish'>): ReadonlyMap<string, Taken> {
  const known = takers.get(run.takeovers);
  if (known !== undefined) return known;
  const nodes = new Map<string, Taken>();
  const fish = new Map(run.fish.map((one) => [one.id, one.nodeId]));
  const events = Object.values(run.takeovers).flat();
  for (const { id, time, nodeId, to } of events.toSorted((a, b) => a.id - b.id)) {
    if (to.length === 0) continue;
    for (const node of [nodeId, ...to.flatMap((one) => fish.get(one) ?? [])]) nodes.set(node, { id, time });
  }
  takers.set(run.takeovers, nodes);
  return nodes;
}

/**
 * The number of the newest takeover that a link has part in, while it is news; 0: none. Such a link brings examples to one
 * that took over or takes its answers on, or is the supervisor's to it.
 */
export function takenOver(
  run: Pick<LiveRun, 'takeovers' | 'fish' | 'time'>,
  { from, to }: Pick<SwarmLink, 'from' | 'to'>,
  type: PortType,
): number {
  const nodes = takersOf(run);
  if (nodes.size === 0) return 0;
  const ends = [nodes.get(from.node), nodes.get(to.node)];
  const [source, target] = ends;
  if (type === 'control' && source?.id !== target?.id) return 0;
  return Math.max(0, ...ends.map((end) => (end !== undefined && run.time - end.time < NEWS_MS ? end.id : 0)));
}
