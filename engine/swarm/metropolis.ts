import type { TalkLink } from '#engine/compile/plan.ts';
import type { FishId } from '#engine/core/brand.ts';

/** Two fish that exchange their weights: `one` stands before `other` in the order of the fish. */
export interface MixingPair {
  readonly one: FishId;
  readonly other: FishId;
  /** W_ij = W_ji */
  readonly weight: number;
  /** What it is exchanged by: the stronger of the two links where both directions are drawn. */
  readonly link: TalkLink;
}

/**
 * Who mixes with whom in this round: Metropolis weights of the live topology (Xiao & Boyd 2004, "Fast linear iterations
 * for distributed averaging"), W_ij = s_ij / (1 + max(d_i, d_j)) and W_ii = 1 - sum_j W_ij, where d counts live
 * neighbours and s is the link's strength, at most 1. A link in one direction joins both: only a symmetric matrix keeps
 * the mean of the weights.
 */
export function metropolisPairs(
  fish: readonly FishId[],
  links: readonly TalkLink[],
  isAlive: (fish: FishId) => boolean,
  round: number,
): MixingPair[] {
  const place = new Map(fish.map((id, index) => [id, index]));
  const joined = new Map<number, TalkLink>();
  const strengthOf = (link: TalkLink): number => Math.min(1, link.strength);
  for (const link of links) {
    const to = place.get(link.to);
    const from = place.get(link.from);
    if (link.family !== 'weights' || to === undefined || from === undefined || to === from) continue;
    if (round % link.every !== 0 || !isAlive(link.to) || !isAlive(link.from)) continue;
    const key = Math.min(to, from) * fish.length + Math.max(to, from);
    const known = joined.get(key);
    if (strengthOf(link) > (known === undefined ? 0 : strengthOf(known))) joined.set(key, link);
  }
  const degree = new Map<FishId, number>();
  for (const { from, to } of joined.values()) {
    for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
  }
  return [...joined]
    .toSorted(([a], [b]) => a - b)
    .map(([key, link]) => {
      const one = fish[Math.floor(key / fish.length)]!; // keys are made of places above
      const other = fish[key % fish.length]!;
      const most = Math.max(degree.get(one) ?? 0, degree.get(other) ?? 0);
      return { one, other, weight: strengthOf(link) / (1 + most), link };
    });
}
