import type { AggregatorPlan, PredictionSource, TalkLink } from '#engine/compile/plan.ts';
import { sourceId } from '#engine/compile/sources.ts';
import type { FishId, NodeId } from '#engine/core/brand.ts';
import { type AnswerTable, saidIn } from '../answerTable.ts';
import type { World } from '../mechanisms/mechanism.ts';
import { liveTalk, sourceStrength } from '../wiring.ts';
import { Chorus } from './chorus.ts';
import { combinationOf } from './combination.ts';
import { Listener, type Source } from './listener.ts';
import { ownRows } from './ownRows.ts';

type Spoken = Source & { readonly voice: Float32Array };

const byId = (a: Source, b: Source): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Answers that are numbers; log-probabilities may be minus infinity. */
const isSound = (voice: Float32Array): boolean => voice.every((log) => log <= 1e-3);

/** The table for these aggregators: only where one hears another must it be of this very moment. */
export function tableFor(world: World, aggregators: readonly AggregatorPlan[]): Promise<AnswerTable> {
  const nested = aggregators.some(({ inputs }) => inputs.some(({ kind }) => kind === 'aggregator'));
  return world.answers(nested ? 'everyone' : 'fish');
}

/**
 * An aggregator with those of its sources that can be heard now. Aggregators with rules or parameters of their own are
 * judged by the mean of the probabilities they hear.
 */
export function aggregatorListener(world: World, table: AnswerTable, aggregator: AggregatorPlan): Listener {
  const voiceOf = (source: PredictionSource): Float32Array | undefined => {
    if (source.kind === 'fish' && !world.isAlive(source.fish)) return undefined;
    return saidIn(table, source);
  };
  const spoken = aggregator.inputs.flatMap((source): Spoken[] => {
    const voice = voiceOf(source);
    const strength = sourceStrength(world.plan, world.state, source, aggregator.nodeId);
    if (voice === undefined || strength === 0 || !isSound(voice)) return [];
    return [{ id: sourceId(source), strength, voice }];
  });
  const sources = spoken.toSorted(byId);
  return new Listener({
    id: aggregator.nodeId,
    kind: 'aggregator',
    sources,
    chorus: new Chorus(
      world.data.task,
      table,
      combinationOf(aggregator) ?? 'probabilities',
      sources.map(({ voice }) => voice),
    ),
    rows: Int32Array.from({ length: table.examples.size }, (_, row) => row),
  });
}

/**
 * Fish of `nodes` that live, each with the live fish of `nodes` it has links of the family from. A fish judges by the
 * rows that are like its own share, and hears itself beside the others.
 */
export function fishListeners(
  world: World,
  table: AnswerTable,
  nodes: readonly NodeId[],
  family: TalkLink['family'],
): Listener[] {
  const members = world.plan.fish.filter(({ id, nodeId }) => {
    const voice = table.fish.get(id);
    return nodes.includes(nodeId) && world.isAlive(id) && voice !== undefined && isSound(voice);
  });
  const ids = new Set<FishId>(members.map(({ id }) => id));
  const links = liveTalk(world.plan, world.state).filter(
    (link) => link.family === family && ids.has(link.to) && ids.has(link.from) && link.strength > 0,
  );
  const heardBy = Map.groupBy(links, ({ to }) => to);
  return members.flatMap(({ id, source }) => {
    const strengths = new Map<FishId, number>();
    for (const { from, strength } of heardBy.get(id) ?? [])
      strengths.set(from, (strengths.get(from) ?? 0) + strength);
    const sources = [...strengths].map(([from, strength]) => ({ id: from, strength })).toSorted(byId);
    if (sources.length === 0) return [];
    const voices = [...sources.map((from) => from.id), id].map((fish) => table.fish.get(fish)!); // members have one
    const { rows, weights } = ownRows(world, table, id, source);
    return [
      new Listener({
        id,
        kind: 'fish',
        sources,
        chorus: new Chorus(world.data.task, table, 'probabilities', voices),
        rows,
        rowWeights: weights,
      }),
    ];
  });
}
