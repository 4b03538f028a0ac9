import type { TalkLink } from '#engine/compile/plan.ts';
import type { FishId } from '#engine/core/brand.ts';

export interface Mixing {
  /** [N, N] row-major, symmetric, rows sum to 1. */
  readonly matrix: Float32Array;
  /** Pairs of fish that exchange their weights, each direction counted. */
  readonly messages: number;
}

/**
 * Who mixes with whom in this round: Metropolis weights of the live topology (Xiao & Boyd 2004, "Fast linear iterations
 * for distributed averaging"), W_ij = s_ij / (1 + max(d_i, d_j)) and W_ii = 1 - sum_j W_ij, where d counts live
 * neighbours and s is the link's strength, at most 1. A link in one direction joins both: only a symmetric matrix keeps
 * the mean of the weights. null where nobody exchanges anything.
 */
export function metropolisWeights(
  fish: readonly FishId[],
  links: readonly TalkLink[],
  isAlive: (fish: FishId) => boolean,
  round: number,
): Mixing | null {
  const count = fish.length;
  const place = new Map(fish.map((id, index) => [id, index]));
  const strength = new Float64Array(count * count);
  for (const link of links) {
    const to = place.get(link.to);
    const from = place.get(link.from);
    if (link.family !== 'weights' || to === undefined || from === undefined || to === from) continue;
    if (round % link.every !== 0 || !isAlive(link.to) || !isAlive(link.from)) continue;
    const value = Math.max(strength[to * count + from]!, Math.min(1, link.strength));
    strength[to * count + from] = value;
    strength[from * count + to] = value;
  }
  const degree = Array.from({ length: count }, (_, i) => {
    let neighbours = 0;
    for (let j = 0; j < count; j++) if (strength[i * count + j]! > 0) neighbours += 1;
    return neighbours;
  });
  const messages = degree.reduce((a, b) => a + b, 0);
  if (messages === 0) return null;
  const matrix = new Float32Array(count * count);
  for (let i = 0; i < count; i++) {
    let given = 0;
    for (let j = 0; j < count; j++) {
      const weight = strength[i * count + j]! / (1 + Math.max(degree[i]!, degree[j]!));
      matrix[i * count + j] = weight;
      given += matrix[i * count + j]!;
    }
    matrix[i * count + i] = 1 - given;
  }
  return { matrix, messages };
}
