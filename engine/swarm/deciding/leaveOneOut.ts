import type { AggregatorPlan, PredictionSource, SwarmPlan } from '#engine/compile/plan.ts';
import { sourceId } from '#engine/compile/sources.ts';
import type { FishId, NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import type { AnswerTable } from '../answerTable.ts';
import { canAnswer, type VoiceState, type Voices, voicesOf } from '../voices.ts';
import { Chorus } from './chorus.ts';
import { combinationOf } from './combination.ts';

/** Quality of what a swarm answers if only these fish live: see Chorus.quality. 0 where it refuses. */
export type CoalitionQuality = (living: (fish: FishId) => boolean) => number;

/** The aggregator that answers, those below it, and how it combines; null where answers of fish do not add up to the swarm's. */
function addedUp(plan: SwarmPlan) {
  const { answer } = plan.goal;
  const top = plan.aggregators.find(({ nodeId }) => answer.kind === 'aggregator' && nodeId === answer.nodeId);
  if (top === undefined || plan.talk.some(({ family }) => family === 'state' || family === 'proposal'))
    return null;
  const combination = combinationOf(top);
  const below = aggregatorsBelow(plan, top);
  if (combination === null) return null;
  const nested = below.length > 0;
  if (nested && [top, ...below].some((each) => combinationOf(each) !== 'probabilities')) return null;
  return { top, below, combination };
}

/** Whether it can be known from the fish's answers alone what the swarm would say without some of them. */
export const answersAddUp = (plan: SwarmPlan): boolean => addedUp(plan) !== null;

export const whyNotAdded = (): string =>
  t`What the swarm would answer without some fish does not follow from the answers of the others: the goal hears a single fish, an aggregator on the way has rules or parameters of its own, or fish sense each other's states.`;

/**
 * How good the swarm would be with some of its fish, by arithmetic on a table of answers: as it hears them now, weights
 * scaled to who is left. null where it cannot be known from answers alone: the goal hears one fish, an aggregator on the
 * way has rules or parameters of its own or decides by votes or logits for another, or fish sense each other's states or read
 * each other's answers.
 */
export function coalitionQuality(
  plan: SwarmPlan,
  table: AnswerTable,
  state: VoiceState,
): CoalitionQuality | null {
  const found = addedUp(plan);
  if (found === null) return null;
  const { top, below, combination } = found;
  const { answer } = plan.goal;
  const heard = fishBelow(plan, [top, ...below]);
  const chorus = new Chorus(
    plan.task,
    table,
    combination,
    heard.map((id) => table.fish.get(id)!), // a table has every fish of the plan
  );
  const rows = Int32Array.from({ length: table.examples.size }, (_, row) => row);
  return (living) => {
    const voices = voicesOf(plan, living, state);
    if (!canAnswer(answer, living, voices.answering)) return 0;
    return chorus.quality(shares(plan, top, voices, heard), rows);
  };
}

const aggregatorOf = (plan: SwarmPlan, nodeId: NodeId): AggregatorPlan | undefined =>
  plan.aggregators.find((each) => each.nodeId === nodeId);

/** Aggregators that `top` hears, directly or through others. */
function aggregatorsBelow(plan: SwarmPlan, top: AggregatorPlan): AggregatorPlan[] {
  const found = new Map<NodeId, AggregatorPlan>();
  const visit = (sources: readonly PredictionSource[]): void => {
    for (const source of sources) {
      const next = source.kind === 'aggregator' ? aggregatorOf(plan, source.nodeId) : undefined;
      if (next === undefined || found.has(next.nodeId)) continue;
      found.set(next.nodeId, next);
      visit(next.inputs);
    }
  };
  visit(top.inputs);
  return [...found.values()];
}

/** Fish that these aggregators hear, in the order of the plan. */
function fishBelow(plan: SwarmPlan, aggregators: readonly AggregatorPlan[]): FishId[] {
  const ids = new Set<string>(aggregators.flatMap(({ inputs }) => inputs.map(sourceId)));
  return plan.fish.flatMap(({ id }) => (ids.has(id) ? [id] : []));
}

/** The share of each fish in the answer of `top`, through all aggregators between: means of means are means. */
function shares(plan: SwarmPlan, top: AggregatorPlan, voices: Voices, fish: readonly FishId[]): Float64Array {
  const total = new Float64Array(fish.length);
  const place = new Map<string, number>(fish.map((id, i) => [id, i]));
  const give = (aggregator: AggregatorPlan, part: number): void => {
    aggregator.inputs.forEach((source, k) => {
      const own = part * (voices.weights.get(aggregator.nodeId)?.[k] ?? 0);
      if (own === 0) return;
      const at = place.get(sourceId(source));
      if (source.kind === 'fish' && at !== undefined) total[at]! += own;
      const next = source.kind === 'aggregator' ? aggregatorOf(plan, source.nodeId) : undefined;
      if (next !== undefined) give(next, own);
    });
  };
  give(top, 1);
  return total;
}
