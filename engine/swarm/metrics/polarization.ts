/**
 * How far all move the same way: the length of the mean unit vector of their moves, the order parameter of schools of fish
 * (Couzin, Krause, James, Ruxton & Franks 2002, "Collective memory and spatial sorting in animal groups", equation 5).
 * 1: all in one direction; about 1 / sqrt(N) where directions are random; 0: they cancel. Who does not move has no
 * direction and is left out; NaN where nobody moves.
 *
 * @param before [N, P] row-major, and `after` the same: where each was and is.
 */
export function polarization(before: Float32Array, after: Float32Array, count: number): number {
  const size = before.length / count;
  const mean = new Float64Array(size);
  let moving = 0;
  for (let i = 0; i < count; i++) {
    let square = 0;
    for (let p = i * size; p < (i + 1) * size; p++) square += (after[p]! - before[p]!) ** 2;
    const length = Math.sqrt(square);
    if (!(length > 0) || !Number.isFinite(length)) continue;
    moving += 1;
    for (let p = 0; p < size; p++) mean[p]! += (after[i * size + p]! - before[i * size + p]!) / length;
  }
  if (moving === 0) return Number.NaN;
  return Math.sqrt(mean.reduce((sum, x) => sum + x * x, 0)) / moving;
}
