import type { EncodedExamples } from '#engine/data/types.ts';

const STEPS = 32;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The temperature T that makes softmax(log p / T) most likely on labelled rows (Guo et al. 2017, arXiv 1706.04599,
 * section 4.2, which minimises the same by L-BFGS; it is unimodal in T, so a golden section search over log T in
 * [log 1/20, log 20] finds it in a fixed number of steps). Rows with numbers that are none are left out.
 *
 * @param logProbs [rows, classes]
 * @returns null where no row is left.
 */
export function fitTemperature(
  logProbs: Float32Array,
  classes: number,
  { size, labels }: Pick<EncodedExamples, 'size' | 'labels'>,
): number | null {
  const rows = Array.from({ length: size }, (_, row) => row).filter((row) =>
    logProbs.subarray(row * classes, (row + 1) * classes).every(Number.isFinite),
  );
  if (rows.length === 0) return null;
  const loss = (logT: number): number => {
    const beta = Math.exp(-logT);
    let sum = 0;
    for (const row of rows) {
      const at = row * classes;
      let top = -Infinity;
      for (let c = 0; c < classes; c++) top = Math.max(top, logProbs[at + c]! * beta);
      let total = 0;
      for (let c = 0; c < classes; c++) total += Math.exp(logProbs[at + c]! * beta - top);
      sum += Math.log(total) + top - logProbs[at + labels[row]!]! * beta;
    }
    return sum;
  };
  let [low, high] = [-Math.log(20), Math.log(20)];
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atLeft, atRight] = [loss(left), loss(right)];
  for (let step = 0; step < STEPS; step++) {
    if (atLeft <= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = loss(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = loss(right);
    }
  }
  return Math.exp((low + high) / 2);
}
