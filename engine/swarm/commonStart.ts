import type { TalkLink } from '#engine/compile/plan.ts';
import type { FishId } from '#engine/core/brand.ts';

/**
 * Whose random stream gives a fish its first weights: fish that weights links or one of the `families` join,
 * directly or through others, all begin as the first of them (in the order of `fish`), every other fish as itself. Averages of weights mean something only
 * between descendants of one ancestor: D-PSGD (Lian et al. 2017, arXiv 1705.09056, algorithm 1) starts all at one point.
 */
export function commonStart(
  fish: readonly FishId[],
  links: readonly TalkLink[],
  families: readonly (readonly FishId[])[] = [],
): ReadonlyMap<FishId, FishId> {
  const start = new Map(fish.map((id) => [id, id]));
  const order = new Map(fish.map((id, i) => [id, i]));
  const find = (id: FishId): FishId => {
    const above = start.get(id) ?? id;
    return above === id ? id : find(above);
  };
  const join = (one: FishId, other: FishId): void => {
    const [a, b] = [find(one), find(other)];
    const [first, later] = (order.get(a) ?? 0) <= (order.get(b) ?? 0) ? [a, b] : [b, a];
    start.set(later, first);
  };
  for (const link of links) {
    if (link.family === 'weights') join(link.from, link.to);
  }
  for (const family of families) {
    for (const member of family) join(family[0] ?? member, member);
  }
  return new Map(fish.map((id) => [id, find(id)]));
}
