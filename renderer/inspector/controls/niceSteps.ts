/** Values a logarithmic slider stops at: 1-2-5 a decade, or powers of two and their halves between for sizes. */
export function niceSteps(min: number, max: number, integer: boolean): readonly number[] {
  const low = min > 0 ? min : max / 1e6;
  const steps = new Set<number>([min, max]);
  if (integer && max <= 10_000) {
    for (let power = 1; power <= max; power *= 2) {
      steps.add(power);
      if (power >= 8) steps.add(power * 1.5);
    }
  } else {
    for (let decade = Math.floor(Math.log10(low)); decade <= Math.log10(max); decade += 1) {
      for (const digit of [1, 2, 5]) steps.add(Number((digit * 10 ** decade).toPrecision(1)));
    }
  }
  return [...steps]
    .filter((value) => value >= min && value <= max && (!integer || Number.isInteger(value)))
    .toSorted((a, b) => a - b);
}

/** Index of the step nearest to a value, by ratio. */
export function nearestStep(steps: readonly number[], value: number): number {
  const at = Math.log(Math.max(value, 1e-12));
  let best = 0;
  let distance = Number.POSITIVE_INFINITY;
  steps.forEach((step, index) => {
    const here = Math.abs(Math.log(Math.max(step, 1e-12)) - at);
    if (here < distance) {
      distance = here;
      best = index;
    }
  });
  return best;
}
