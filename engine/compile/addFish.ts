import type { FishId, NodeId } from '../core/brand.ts';
import { talkBeside, withMember } from './joinPlace.ts';
import type { AggregatorPlan, FishPlan, PredictionSource, SwarmPlan } from './plan.ts';
import { kinOf } from './schoolKin.ts';
import { earlyExits } from './sources.ts';

/** A fish that joined a running swarm. */
export interface Addition {
  readonly id: FishId;
  /** The fish it is like: its shape and its training. */
  readonly like: FishId;
  /** The fish beside which it takes its place: whom it hears, who hears it, what it is a member of. null: it only answers. */
  readonly place: FishId | null;
  /** The fish whose share of the data it reads; null: a part of its own that the shard kept for fish that join. */
  readonly shareOf: FishId | null;
  /** The round it joined at. */
  readonly round: number;
}

/**
 * The plan of a swarm to which fish were added. Each stands in a school of its own, so that the tensors of those that were
 * there before stay as they are, and takes its place beside another fish (see ./joinPlace.ts). It is heard by the aggregators
 * that hear that fish (without a place: the fish it is like), last among their sources.
 */
export function planWith(plan: SwarmPlan, additions: readonly Addition[]): SwarmPlan {
  return additions.reduce(addFish, plan);
}

function addFish(plan: SwarmPlan, addition: Addition): SwarmPlan {
  const { id, like, place, shareOf, round } = addition;
  const find = (fish: FishId | null): FishPlan | undefined => plan.fish.find((one) => one.id === fish);
  const [model, beside] = [find(like), find(place)];
  const reads = find(shareOf ?? like);
  if (model === undefined || reads === undefined) return plan;
  const school = `added-${plan.schools.filter(({ id: known }) => known.startsWith('added-')).length + 1}`;
  const { rules, ...alike } = model;
  const fish: FishPlan = {
    ...alike,
    // It schools with the fish of its node, if its place is among them.
    ...(rules === undefined || beside?.nodeId !== model.nodeId ? {} : { rules }),
    id,
    name: nameFor(plan, model),
    school,
    slot: 0,
    source: reads.source,
    share: shareOf === null ? nextSpare(plan, reads.source) : reads.share,
    added: { shareOf, round },
  };
  const larger: SwarmPlan = {
    ...plan,
    fish: [...plan.fish, fish],
    schools: [
      ...plan.schools,
      {
        id: school,
        fish: [id],
        shape: model.shape,
        training: model.training,
        kin: kinOf(plan, model.school).id,
      },
    ],
    aggregators: plan.aggregators.map((aggregator) => withSource(aggregator, place ?? like, fish)),
  };
  if (beside === undefined) return larger;
  return {
    ...larger,
    talk: talkBeside(plan, beside, id, kinOf(plan, model.school)),
    mechanisms: plan.mechanisms.map((mechanism) => withMember(mechanism, beside.id, id)),
  };
}

function withSource(
  aggregator: AggregatorPlan,
  beside: FishId,
  { id, shape }: Pick<FishPlan, 'id' | 'shape'>,
): AggregatorPlan {
  const exits: readonly (number | undefined)[] = [...earlyExits(shape), undefined];
  const own = aggregator.inputs.flatMap((source): PredictionSource[] =>
    source.kind === 'fish' && source.fish === beside && exits.includes(source.exit)
      ? [{ ...source, fish: id }]
      : [],
  );
  return own.length === 0 ? aggregator : { ...aggregator, inputs: [...aggregator.inputs, ...own] };
}

/** The number of the next part of a shard that no fish reads yet, counted after those of its first readers. */
function nextSpare(plan: SwarmPlan, source: NodeId): number {
  const readers = plan.shards.find(({ nodeId }) => nodeId === source)?.fish.length ?? 0;
  const taken = plan.fish.filter((fish) => fish.source === source && fish.added?.shareOf === null).length;
  return readers + taken;
}

/** How many parts of a shard are left for fish that join. */
export function sparePartsLeft(plan: SwarmPlan, source: NodeId): number {
  const shard = plan.shards.find(({ nodeId }) => nodeId === source);
  if (shard === undefined) return 0;
  return shard.fish.length + shard.spare - nextSpare(plan, source);
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
