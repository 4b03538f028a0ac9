import type { TalkLink } from '#engine/compile/plan.ts';
import type { FishId } from '#engine/core/brand.ts';

/** Strengths [to][from] of one family's links over `fish`; with a round, only of the links that act in it. */
export function adjacency(
  fish: readonly FishId[],
  links: readonly TalkLink[],
  family: 'state' | 'prediction',
  round: number | null,
): Float32Array {
  const place = new Map(fish.map((id, index) => [id, index]));
  const matrix = new Float32Array(fish.length * fish.length);
  for (const link of links) {
    const to = place.get(link.to);
    const from = place.get(link.from);
    if (link.family !== family || to === undefined || from === undefined) continue;
    if (round !== null && round % link.every !== 0) continue;
    matrix[to * fish.length + from]! += link.strength;
  }
  return matrix;
}
