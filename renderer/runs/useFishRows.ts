import { useMemo } from 'react';
import type { NodeId, RunId } from '#engine/core/brand.ts';
import { linksOf } from '#engine/document/graph.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { fishSeries, linkSeries } from '#engine/protocol/series.ts';
import { useActiveDocument } from '../documents/store.ts';
import { lookClass, lookOf, lookTone, lookWord } from '../live/fishLook.ts';
import type { LiveRun } from '../live/liveRun.ts';
import { fishOfNode } from '../live/runFish.ts';
import { useRun } from '../live/runStore.ts';
import { useRunSlowly } from '../live/useRunSlowly.ts';
import type { FishRow } from './fishRows.ts';

type Known = Pick<LiveRun, 'fish' | 'fishState' | 'fishTrouble' | 'latest'> &
  Partial<Pick<LiveRun, 'fishBack' | 'round'>>;

/** Messages of the last round over the links of each node of fish, by node. */
function messagesByNode(document: SwarmDocument | null, { latest }: Known): Map<string, number> {
  const sums = new Map<string, number>();
  if (document === null) return sums;
  for (const [id, link] of linksOf(document)) {
    const count = latest[linkSeries(id, 'messages')];
    if (count === undefined) continue;
    for (const node of new Set([link.from.node, link.to.node])) sums.set(node, (sums.get(node) ?? 0) + count);
  }
  return sums;
}

/** Every fish with its newest figures, in the order of the swarm. */
export function fishRowsOf(run: Known, quality: string, document: SwarmDocument | null): readonly FishRow[] {
  const { fish, latest } = run;
  const examples = fish.reduce((sum, one) => sum + one.examples, 0);
  const tokens = fish.reduce((sum, { id }) => sum + (latest[fishSeries(id, 'tokens')] ?? 0), 0);
  const speed = latest['run/tokensPerSecond'];
  const messages = messagesByNode(document, run);
  return fish.map((one, index): FishRow => {
    const look = lookOf(run, one.id);
    const lives = look.state === 'running' || look.state === 'waiting';
    const value = (metric: string): number | null =>
      lives ? (latest[fishSeries(one.id, metric)] ?? null) : null;
    const own = value('tokens');
    const crossed = messages.get(one.nodeId);
    // Ids of a run's nodes come from its document.
    const mates = fishOfNode(run, one.nodeId as NodeId).length;
    return {
      id: one.id,
      nodeId: one.nodeId,
      index,
      name: one.name,
      state: lookWord(look),
      look: lookClass(look),
      tone: lookTone(look),
      quality: value(quality),
      loss: value('loss'),
      trainLoss: value('trainLoss'),
      gradNorm: value('gradNorm'),
      examples: one.examples,
      share: examples === 0 ? 0 : one.examples / examples,
      rate: value('learningRate'),
      // All fish step together, so that a fish's part of the tokens is its part of the speed.
      speed: own === null || speed === undefined || tokens === 0 ? null : (speed * own) / tokens,
      messages: crossed === undefined || mates === 0 ? null : crossed / mates,
      contribution: value('contribution'),
      reputation: value('reputation'),
      fitness: value('fitness'),
    };
  });
}

export function useFishRows(runId: RunId, quality: string): readonly FishRow[] {
  const fish = useRun(runId, (run) => run.fish);
  const fishState = useRun(runId, (run) => run.fishState);
  const fishTrouble = useRun(runId, (run) => run.fishTrouble);
  const latest = useRunSlowly(runId, (run) => run.latest);
  const fishBack = useRun(runId, (run) => run.fishBack);
  const round = useRunSlowly(runId, (run) => run.round);
  const document = useActiveDocument();
  return useMemo(
    () =>
      fishRowsOf(
        {
          fish: fish ?? [],
          fishState: fishState ?? {},
          fishTrouble: fishTrouble ?? {},
          latest: latest ?? {},
          fishBack: fishBack ?? {},
          round: round ?? 0,
        },
        quality,
        document,
      ),
    [fish, fishState, fishTrouble, latest, fishBack, round, quality, document],
  );
}
