import type { FishId, NodeId } from '../core/brand.ts';
import type { AggregatorPlan, FishPlan, PredictionSource, SwarmPlan } from './plan.ts';

/** A fish that joined a running swarm. */
export interface Addition {
  readonly id: FishId;
  /** The fish it is like: its shape, its training, and the aggregators that hear it. */
  readonly like: FishId;
  /** The fish whose share of the data it reads. */
  readonly shareOf: FishId;
  /** The round it joined at. */
  readonly round: number;
}

/**
 * The plan of a swarm to which fish were added. Each stands in a school, and so in a training program, of its own, and has
 * no links to other fish: nothing of those that were there before changes. It is heard by the aggregators that hear
 * the fish it is like, last among their sources.
 */
export function planWith(plan: SwarmPlan, additions: readonly Addition[]): SwarmPlan {
  return additions.reduce(addFish, plan);
}

function addFish(plan: SwarmPlan, { id, like, shareOf, round }: Addition): SwarmPlan {
  const model = plan.fish.find((fish) => fish.id === like);
  const reads = plan.fish.find((fish) => fish.id === shareOf);
  if (model === undefined || reads === undefined) return plan;
  const school = `added-${plan.schools.filter(({ id: known }) => known.startsWith('added-')).length + 1}`;
  const fish: FishPlan = {
    ...model,
    id,
    name: nameFor(plan, model),
    school,
    slot: 0,
    source: reads.source,
    share: reads.share,
    added: { shareOf, round },
  };
  return {
    ...plan,
    fish: [...plan.fish, fish],
    schools: [...plan.schools, { id: school, fish: [id], shape: model.shape, training: model.training }],
    aggregators: plan.aggregators.map((aggregator) => withSource(aggregator, like, id)),
  };
}

function withSource(aggregator: AggregatorPlan, like: FishId, id: FishId): AggregatorPlan {
  const own = aggregator.inputs.flatMap((source): PredictionSource[] =>
    source.kind === 'fish' && source.fish === like ? [{ ...source, fish: id }] : [],
  );
  return own.length === 0 ? aggregator : { ...aggregator, inputs: [...aggregator.inputs, ...own] };
}

/** Number of a fish within its node, from 1. */
const numberOf = (id: FishId): number => Number(id.split(':')[1] ?? 1);

const nextNumber = (ids: readonly FishId[]): number => Math.max(0, ...ids.map(numberOf)) + 1;

const ofNode = (plan: SwarmPlan, nodeId: NodeId): FishPlan[] =>
  plan.fish.filter((fish) => fish.nodeId === nodeId);

function nameFor(plan: SwarmPlan, model: FishPlan): string {
  const ids = ofNode(plan, model.nodeId).map(({ id }) => id);
  return `${model.name.replace(/ \d+$/, '')} ${nextNumber(ids)}`;
}

/** The id of the next fish added to the node of `like`. */
export function nextFishId(plan: SwarmPlan, like: FishId): FishId {
  const nodeId = plan.fish.find(({ id }) => id === like)?.nodeId ?? like.split(':')[0]!;
  const ids = ofNode(plan, nodeId as NodeId).map(({ id }) => id); // the part before ":" is the node's id
  return `${nodeId}:${nextNumber(ids)}` as FishId; // the form the brand stands for: see FishId
}
