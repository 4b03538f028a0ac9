import { type Addition, nextFishId, planWith, sparePartsLeft } from '#engine/compile/addFish.ts';
import { serverOf } from '#engine/compile/mechanisms/boundary.ts';
import { membersOf } from '#engine/compile/mechanisms/members.ts';
import type { FishPlan, SwarmPlan } from '#engine/compile/plan.ts';
import type { FishId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import type { AddCommand } from '#engine/protocol/commands.ts';
import type { FishLives } from '../fishLives.ts';
import type { LoopState } from '../loopState.ts';
import { refused } from './refused.ts';

/** The fish that a command asks for. Throws `invalid-arguments` where none can be like that in its place. */
export function additionOf(
  present: SwarmPlan,
  { joining, round }: LoopState,
  lives: FishLives,
  { like, place = like, share }: AddCommand,
): Addition {
  for (const fish of [like, place, share]) if (fish != null) lives.check(fish);
  const plan = planWith(present, joining);
  const model = fishOf(plan, like);
  const beside = place === null ? null : fishOf(plan, place);
  if (beside !== null) checkPlace(plan, model, beside);
  const shareOf = share ?? usualShare(plan, model, beside);
  if (shareOf !== null) checkShare(plan, model, fishOf(plan, shareOf));
  return { id: nextFishId(plan, like), like, place, shareOf, round: round + 1 };
}

const fishOf = (plan: SwarmPlan, id: FishId): FishPlan => plan.fish.find((fish) => fish.id === id)!; // checked before

/** A part of its own where the shard keeps one and it need not learn from common batches, else its model's. */
function usualShare(plan: SwarmPlan, model: FishPlan, beside: FishPlan | null): FishId | null {
  const together =
    (model.rules !== undefined && beside?.nodeId === model.nodeId) ||
    plan.talk.some(
      ({ family, from, to }) => family !== 'weights' && (from === beside?.id || to === beside?.id),
    );
  return !together && sparePartsLeft(plan, model.source) > 0 ? null : model.id;
}

function checkShare(plan: SwarmPlan, like: FishPlan, share: FishPlan): void {
  if (like.source !== share.source) {
    throw refused(
      t`A fish like "${like.id}" cannot read the share of "${share.id}": their examples come from different nodes.`,
    );
  }
  const server = serverOf(plan, share.id);
  if (server !== undefined) {
    throw refused(
      t`"${share.id}" is a client of the federated server "${server.nodeId}", so no other fish may read its examples. Give the shard "${like.source}" spare parts before a run for fish that join it, or replace the fish instead.`,
    );
  }
}

/** Whoever averages, mixes or breeds weights with others must be built like them. */
function checkPlace({ mechanisms, talk }: SwarmPlan, like: FishPlan, place: FishPlan): void {
  const mixes =
    talk.some(({ family, from, to }) => family === 'weights' && (from === place.id || to === place.id)) ||
    mechanisms.some(
      (one) =>
        (one.kind !== 'distil' && membersOf(one).some(({ id }) => id === place.id)) ||
        (one.kind === 'evolve' && one.fish.includes(place.id)),
    );
  const alike = JSON.stringify(like.shape) === JSON.stringify(place.shape);
  if (!mixes || alike) return;
  throw refused(
    t`"${place.id}" exchanges weights with others, and a fish like "${like.id}" is built differently: let it take the place of a fish that is built like it, or none.`,
  );
}
