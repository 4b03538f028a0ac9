import type { MechanismPlan } from '#engine/compile/mechanismPlan.ts';
import type { Member } from '#engine/compile/mechanisms/federated.ts';
import { membersOf } from '#engine/compile/mechanisms/members.ts';
import type { SwarmPlan } from '#engine/compile/plan.ts';
import type { FishId, NodeId } from '#engine/core/brand.ts';

type StartPlan = Pick<SwarmPlan, 'mechanisms'> & {
  readonly fish: readonly Pick<SwarmPlan['fish'][number], 'id'>[];
  readonly talk: readonly Pick<SwarmPlan['talk'][number], 'family' | 'from' | 'to'>[];
};

/**
 * Whose random stream gives a fish its first weights: fish that weights links join, directly, through others, or through a
 * server or hub, or that evolve from one start, all begin as the first of them (in the order of the plan), every other fish
 * as itself. Averages of weights mean something only between descendants of one ancestor: D-PSGD (Lian et al. 2017, arXiv 1705.09056, algorithm 1) starts all at one point.
 */
export function commonStart(plan: StartPlan): ReadonlyMap<FishId, FishId> {
  const fish = plan.fish.map(({ id }) => id);
  const start = new Map(fish.map((id) => [id, id]));
  const order = new Map(fish.map((id, i) => [id, i]));
  const find = (id: FishId): FishId => {
    const above = start.get(id) ?? id;
    return above === id ? id : find(above);
  };
  for (const [from, to] of joined(plan)) {
    const [a, b] = [find(from), find(to)];
    const [first, later] = (order.get(a) ?? 0) <= (order.get(b) ?? 0) ? [a, b] : [b, a];
    start.set(later, first);
  }
  return new Map(fish.map((id) => [id, find(id)]));
}

/** Pairs of fish that weights pass between. */
function joined({ talk, mechanisms }: StartPlan): (readonly [FishId, FishId])[] {
  const centre = (id: NodeId): MechanismPlan | undefined => mechanisms.find(({ nodeId }) => nodeId === id);
  const below = (member: Member): readonly FishId[] =>
    member.kind === 'fish' ? [member.id] : membersOf(centre(member.id)).flatMap(below);
  return [
    ...talk.flatMap(({ family, from, to }) => (family === 'weights' ? [[from, to] as const] : [])),
    ...mechanisms.flatMap((mechanism) => {
      const shared = mechanism.kind === 'evolve' && mechanism.sharedStart ? mechanism.fish : [];
      const members = mechanism.kind === 'distil' ? [] : membersOf(mechanism);
      const [first, ...others] = [...shared, ...members.flatMap(below)];
      return first === undefined ? [] : others.map((other) => [first, other] as const);
    }),
  ];
}
