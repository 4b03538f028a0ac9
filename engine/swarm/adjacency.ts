import type { TalkLink } from '#engine/compile/plan.ts';
import type { FishId } from '#engine/core/brand.ts';
import { randomStream } from '#engine/core/random.ts';

/** Whether a link between fish is silent in a round: what it carries while they learn is lost with its probability. */
export function isLost({ linkId, loss, from, to }: TalkLink, seed: number, round: number): boolean {
  return loss > 0 && randomStream(seed, 'lost', linkId, from, to, round).chance(loss);
}

/** Strengths [to][from] of one family's links over `fish`; with a round, only of the links that act in it. */
export function adjacency(
  fish: readonly FishId[],
  links: readonly TalkLink[],
  family: 'state' | 'prediction' | 'proposal',
  now: { readonly round: number; readonly seed: number } | null,
): Float32Array {
  const place = new Map(fish.map((id, index) => [id, index]));
  const matrix = new Float32Array(fish.length * fish.length);
  for (const link of links) {
    const to = place.get(link.to);
    const from = place.get(link.from);
    if (link.family !== family || to === undefined || from === undefined) continue;
    if (now !== null && (now.round % link.every !== 0 || isLost(link, now.seed, now.round))) continue;
    matrix[to * fish.length + from]! += link.strength;
  }
  return matrix;
}
