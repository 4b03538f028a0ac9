/**
 * How well a network falls into communities: Newman's modularity Q = sum_c (e_cc - a_c^2) (Newman & Girvan 2004, Phys. Rev. E
 * 69, 026113; with weights Newman 2004, Phys. Rev. E 70, 056131) of the partition that greedy joining finds (Newman 2004,
 * "Fast algorithm for detecting community structure in networks", Phys. Rev. E 69, 066133): every node begins alone, the
 * pair whose union raises Q most is joined, until none does. Greedy, not the optimum: Q is a lower bound of it.
 *
 * @param weights [N, N] row-major, at least 0; read as undirected, (w_ij + w_ji) / 2; the diagonal is ignored.
 * @returns Q from 0 to 1, 0 without any link; and the community of each node, numbered in order of first appearance.
 */
export function modularity(
  weights: ArrayLike<number>,
  count: number,
): { readonly value: number; readonly communities: readonly number[] } {
  const link = new Float64Array(count * count); // e_ij, sums to 1
  let total = 0;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      if (i === j) continue;
      link[i * count + j] = (weights[i * count + j]! + weights[j * count + i]!) / 2;
      total += link[i * count + j]!;
    }
  }
  const community = Array.from({ length: count }, (_, i) => i);
  if (total === 0) return { value: 0, communities: community };
  const ends = new Float64Array(count); // a_i
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      link[i * count + j]! /= total;
      ends[i]! += link[i * count + j]!;
    }
  }
  let value = ends.reduce((sum, end) => sum - end * end, 0);
  const alive = new Set(community);
  for (;;) {
    let best: { readonly a: number; readonly b: number; readonly gain: number } | null = null;
    for (const a of alive) {
      for (const b of alive) {
        if (b <= a || link[a * count + b] === 0) continue;
        const gain = 2 * (link[a * count + b]! - ends[a]! * ends[b]!);
        if (gain > 1e-12 && gain > (best?.gain ?? 0)) best = { a, b, gain };
      }
    }
    if (best === null) break;
    const { a, b, gain } = best;
    value += gain;
    alive.delete(b);
    for (const c of alive) {
      if (c === a) continue;
      link[a * count + c]! += link[b * count + c]!;
      link[c * count + a] = link[a * count + c]!;
    }
    ends[a]! += ends[b]!;
    community.forEach((own, i) => {
      if (own === b) community[i] = a;
    });
  }
  const names = [...new Set(community)];
  return { value, communities: community.map((own) => names.indexOf(own)) };
}
