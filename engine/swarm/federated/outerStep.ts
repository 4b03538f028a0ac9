export const OUTER_ALGORITHMS = ['fedavg', 'fedavgm', 'fedadam', 'diloco'] as const;
export type OuterAlgorithm = (typeof OUTER_ALGORITHMS)[number];

export interface OuterSettings {
  readonly algorithm: OuterAlgorithm;
  readonly rate: number;
  /** fedavgm, diloco */
  readonly momentum: number;
  /** fedadam */
  readonly beta1: number;
  readonly beta2: number;
  readonly tau: number;
}

/** The rate each algorithm is used with where none is chosen. */
export const USUAL_RATE: Readonly<Record<OuterAlgorithm, number>> = {
  fedavg: 1,
  fedavgm: 1,
  fedadam: 0.1,
  diloco: 0.7,
};

/** What a server's optimizer remembers, [P] each. */
export interface OuterMoments {
  first: Float32Array | null;
  second: Float32Array | null;
}

/**
 * The server's new weights from its weights and the clients' mean update d (mean of theirs minus its own), all [P].
 * - fedavg (McMahan et al. 2017, arXiv 1602.05629, algorithm 1): theta + rate d; with rate 1 the mean of the clients.
 * - fedavgm (Hsu et al. 2019, arXiv 1909.06335): v <- momentum v + d; theta + rate v.
 * - fedadam (Reddi et al. 2021, arXiv 2003.00295, algorithm 2): m <- b1 m + (1 - b1) d; v <- b2 v + (1 - b2) d^2;
 *   theta + rate m / (sqrt(v) + tau), without bias correction; v begins at tau^2, the least the paper allows.
 * - diloco (Douillard et al. 2023, arXiv 2311.08105): Nesterov momentum as PyTorch's SGD does it, v <- momentum v + d;
 *   theta + rate (d + momentum v).
 */
export function outerStep(
  weights: Float32Array,
  update: Float32Array,
  moments: OuterMoments,
  settings: OuterSettings,
): Float32Array {
  const { algorithm, rate, momentum, beta1, beta2, tau } = settings;
  const next = new Float32Array(weights.length);
  if (algorithm === 'fedavg') {
    for (let c = 0; c < next.length; c++) next[c] = weights[c]! + rate * update[c]!;
    return next;
  }
  moments.first ??= new Float32Array(weights.length);
  const first = moments.first;
  if (algorithm === 'fedadam') {
    moments.second ??= new Float32Array(weights.length).fill(tau * tau);
    const second = moments.second;
    for (let c = 0; c < next.length; c++) {
      const d = update[c]!;
      first[c] = beta1 * first[c]! + (1 - beta1) * d;
      second[c] = beta2 * second[c]! + (1 - beta2) * d * d;
      next[c] = weights[c]! + (rate * first[c]!) / (Math.sqrt(second[c]!) + tau);
    }
    return next;
  }
  const nesterov = algorithm === 'diloco';
  for (let c = 0; c < next.length; c++) {
    const d = update[c]!;
    first[c] = momentum * first[c]! + d;
    next[c] = weights[c]! + rate * (nesterov ? d + momentum * first[c]! : first[c]!);
  }
  return next;
}
