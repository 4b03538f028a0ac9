import { combination, squaredDistances, type Vectors } from './vectors.ts';

export const ROBUST_METHODS = ['none', 'median', 'trimmed', 'geometric', 'krum', 'multi-krum'] as const;
export type RobustMethod = (typeof ROBUST_METHODS)[number];

/** The most faulty clients among `n` that a method can bear; beyond it its guarantee is void. */
export function mostFaulty(method: RobustMethod, n: number): number {
  switch (method) {
    case 'none':
      return 0;
    case 'median':
    case 'trimmed':
    case 'geometric':
      return Math.max(0, Math.ceil(n / 2) - 1);
    case 'krum':
    case 'multi-krum':
      return Math.max(0, Math.ceil((n - 2) / 2) - 1); // n > 2 f + 2
  }
}

/**
 * One vector [P] for what `vectors` say, of which up to `faulty` may be anything; `faulty` is lowered to what n vectors can
 * bear. All vectors count alike: weights would let a liar claim more. The order of the vectors does not matter.
 * - median, trimmed: by coordinate (Yin et al. 2018, arXiv 1803.01498); trimmed leaves out the `faulty` least and greatest.
 * - geometric: the point of least summed distance, by smoothed Weiszfeld steps (Pillutla et al. 2019, arXiv 1912.13445).
 * - krum, multi-krum: Blanchard et al. 2017, "Machine learning with adversaries"; see `krumChoice`.
 */
export function robustMean(
  method: Exclude<RobustMethod, 'none'>,
  vectors: Vectors,
  faulty: number,
): Float32Array {
  const n = vectors.length;
  const f = Math.min(faulty, mostFaulty(method, n));
  switch (method) {
    case 'median':
      return trimmedMean(vectors, Math.ceil(n / 2) - 1); // leaves one, or the middle two
    case 'trimmed':
      return trimmedMean(vectors, f);
    case 'geometric':
      return combination(vectors, geometricMedian(squaredDistances(vectors), n));
    case 'krum':
    case 'multi-krum': {
      const chosen = krumChoice(squaredDistances(vectors), n, f, method === 'krum' ? 1 : n - f);
      return combination(
        vectors,
        vectors.map((_, i) => (chosen.includes(i) ? 1 / chosen.length : 0)),
      );
    }
  }
}

/** By coordinate, the mean of what is left without the `cut` least and the `cut` greatest. */
function trimmedMean(vectors: Vectors, cut: number): Float32Array {
  const n = vectors.length;
  const size = vectors[0]?.length ?? 0;
  const result = new Float32Array(size);
  const sorted = new Float64Array(n);
  const left = n - 2 * cut;
  for (let c = 0; c < size; c++) {
    for (let i = 0; i < n; i++) {
      const value = vectors[i]![c]!;
      let at = i;
      while (at > 0 && sorted[at - 1]! > value) {
        sorted[at] = sorted[at - 1]!;
        at -= 1;
      }
      sorted[at] = value;
    }
    let sum = 0;
    for (let i = cut; i < n - cut; i++) sum += sorted[i]!;
    result[c] = sum / left;
  }
  return result;
}

/**
 * Weights [n], with sum 1, of the geometric median of n points as a mean of them. The median is such a mean, so its
 * distance to point i follows from the pairwise distances alone, sum_j w_j d_ij^2 - sum_jk w_j w_k d_jk^2 / 2, and a step
 * costs O(n^2) however long the points are.
 */
function geometricMedian(squared: Float64Array, n: number): number[] {
  const smoothing = 1e-6 * Math.sqrt(Math.max(...squared));
  let weights = new Array<number>(n).fill(1 / n);
  if (smoothing === 0) return weights; // all points are one
  for (let step = 0; step < 200; step++) {
    const toMean = weights.map((_, i) => weights.reduce((sum, w, j) => sum + w * squared[i * n + j]!, 0));
    const within = weights.reduce((sum, w, i) => sum + w * toMean[i]!, 0) / 2;
    const raw = toMean.map((d) => 1 / Math.max(smoothing, Math.sqrt(Math.max(0, d - within))));
    const total = raw.reduce((a, b) => a + b, 0);
    const next = raw.map((w) => w / total);
    const moved = next.reduce((most, w, i) => Math.max(most, Math.abs(w - weights[i]!)), 0);
    weights = next;
    if (moved < 1e-9) break;
  }
  return weights;
}

/**
 * The `count` vectors of least score, where a vector's score is the sum of its squared distances to its n - f - 2 nearest
 * others; equal scores by index. The paper leaves the count of Multi-Krum open; n - f, as many as may be honest, is used.
 */
function krumChoice(squared: Float64Array, n: number, f: number, count: number): number[] {
  const near = Math.max(1, n - f - 2);
  const scores = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => squared[i * n + j]!)
      .filter((___, j) => j !== i)
      .toSorted((a, b) => a - b)
      .slice(0, near)
      .reduce((a, b) => a + b, 0),
  );
  return scores
    .map((score, i) => ({ score, i }))
    .toSorted((a, b) => a.score - b.score || a.i - b.i)
    .slice(0, count)
    .map(({ i }) => i);
}
