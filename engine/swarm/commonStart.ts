import type { TalkLink } from '#engine/compile/plan.ts';
import type { FishId } from '#engine/core/brand.ts';

/**
 * Whose random stream gives a fish its first weights: fish that weights links join, directly or through others, all begin
 * as the first of them (in the order of `fish`), every other fish as itself. Averages of weights mean something only
 * between descendants of one ancestor: D-PSGD (Lian et al. 2017, arXiv 1705.09056, algorithm 1) starts all at one point.
 */
export function commonStart(
  fish: readonly FishId[],
  links: readonly TalkLink[],
): ReadonlyMap<FishId, FishId> {
  const start = new Map(fish.map((id) => [id, id]));
  const order = new Map(fish.map((id, i) => [id, i]));
  const find = (id: FishId): FishId => {
    const above = start.get(id) ?? id;
    return above === id ? id : find(above);
  };
  for (const link of links) {
    if (link.family !== 'weights') continue;
    const [a, b] = [find(link.from), find(link.to)];
    const [first, later] = (order.get(a) ?? 0) <= (order.get(b) ?? 0) ? [a, b] : [b, a];
    start.set(later, first);
  }
  return new Map(fish.map((id) => [id, find(id)]));
}
