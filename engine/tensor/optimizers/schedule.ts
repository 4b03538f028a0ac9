/** A learning rate over time: linear warm-up from 0, then this. */
export interface Schedule {
  readonly kind: 'constant' | 'linear' | 'cosine';
  /** The rate at the end of the warm-up. */
  readonly peak: number;
  readonly warmupSteps: number;
  /** Where linear and cosine reach 0; they stay there. */
  readonly totalSteps: number;
}

/**
 * The learning rate of a step, counted from 1. The warm-up reaches the peak at its last step (Goyal et al. 2017, arXiv
 * 1706.02677, section 2.2); cosine is half a period (Loshchilov & Hutter 2017, arXiv 1608.03983, equation 5, without
 * restarts). The last step still learns: the decay counts from the end of step `totalSteps`.
 */
export function learningRateAt(schedule: Schedule, step: number): number {
  const { kind, peak, warmupSteps, totalSteps } = schedule;
  if (step <= warmupSteps) return (peak * step) / warmupSteps;
  if (kind === 'constant') return peak;
  const decaySteps = Math.max(1, totalSteps - warmupSteps);
  const progress = Math.min(1, (step - warmupSteps - 1) / decaySteps);
  return kind === 'linear' ? peak * (1 - progress) : (peak * (1 + Math.cos(Math.PI * progress))) / 2;
}
