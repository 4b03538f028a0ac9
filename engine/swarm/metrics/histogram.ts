import type { Histogram } from '#engine/protocol/api/measured.ts';

/** How numbers are distributed, in equally wide bins from the least to the greatest; numbers that are not finite in none. */
export function histogram(values: Float32Array, bins: number): Histogram {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let squares = 0;
  let count = 0;
  let zeros = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
    if (value === 0) zeros += 1;
    sum += value;
    squares += value * value;
    count += 1;
  }
  const counts = new Array<number>(bins).fill(0);
  const flat = count === 0 || least === greatest;
  const from = count === 0 ? 0 : flat ? least - (Math.abs(least) || 1) / 2 : least;
  const to = count === 0 ? 1 : flat ? greatest + (Math.abs(greatest) || 1) / 2 : greatest;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    const bin = Math.min(bins - 1, Math.floor(((value - from) / (to - from)) * bins));
    counts[bin]! += 1;
  }
  const mean = count === 0 ? 0 : sum / count;
  return {
    from,
    to,
    counts,
    count,
    mean,
    deviation: count === 0 ? 0 : Math.sqrt(Math.max(0, squares / count - mean * mean)),
    norm: Math.sqrt(squares),
    zeros,
    broken: values.length - count,
  };
}
