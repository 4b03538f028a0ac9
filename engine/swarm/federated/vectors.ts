/** Vectors of one length, each the update (or the weights) of one client: [n] of [P]. */
export type Vectors = readonly Float32Array[];

export function norm(values: Float32Array): number {
  let sum = 0;
  for (let c = 0; c < values.length; c++) sum += values[c]! * values[c]!;
  return Math.sqrt(sum);
}

/** Shortens the vector in place to at most `longest`; returns whether it was longer. */
export function clipTo(values: Float32Array, longest: number): boolean {
  const length = norm(values);
  if (!(length > longest)) return false;
  const factor = longest / length;
  for (let c = 0; c < values.length; c++) values[c]! *= factor;
  return true;
}

/** sum_i weights_i vectors_i, [P], added up in double precision. */
export function combination(vectors: Vectors, weights: readonly number[]): Float32Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  vectors.forEach((vector, i) => {
    const weight = weights[i]!;
    if (weight === 0) return;
    for (let c = 0; c < sum.length; c++) sum[c]! += weight * vector[c]!;
  });
  return Float32Array.from(sum);
}

/** Squared Euclidean distances of all pairs, [n, n] row-major. */
export function squaredDistances(vectors: Vectors): Float64Array {
  const n = vectors.length;
  const distances = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const [a, b] = [vectors[i]!, vectors[j]!];
      let sum = 0;
      for (let c = 0; c < a.length; c++) {
        const difference = a[c]! - b[c]!;
        sum += difference * difference;
      }
      distances[i * n + j] = sum;
      distances[j * n + i] = sum;
    }
  }
  return distances;
}
