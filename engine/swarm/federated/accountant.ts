/** Orders of Rényi divergence tried; all whole, so that the exact finite sum below applies. */
const RDP_ORDERS: readonly number[] = [
  ...Array.from({ length: 63 }, (_, i) => i + 2),
  80,
  96,
  128,
  192,
  256,
  384,
  512,
];

/** log(exp a + exp b) without overflow. */
function logAdd(a: number, b: number): number {
  if (a === -Infinity) return b;
  if (b === -Infinity) return a;
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}

/**
 * Rényi differential privacy of order `order` of one step of the Gaussian mechanism of noise multiplier `noise` on a
 * sample in which each client is with probability `rate`, independently (neighbours differ in one client).
 *
 * Without sampling order / (2 noise^2) (Mironov 2017, arXiv 1702.07476, corollary 3). With sampling, for whole orders,
 * log(sum_k C(a, k) (1 - q)^(a - k) q^k exp((k^2 - k) / (2 noise^2))) / (a - 1) (Mironov, Talwar & Zhang 2019, arXiv
 * 1908.10530, section 3.3).
 */
export function rdpOfStep(rate: number, noise: number, order: number): number {
  if (rate === 0) return 0;
  if (noise === 0) return Infinity;
  if (rate === 1) return order / (2 * noise * noise);
  let logChoose = 0;
  let sum = -Infinity;
  for (let k = 0; k <= order; k++) {
    if (k > 0) logChoose += Math.log(order - k + 1) - Math.log(k);
    const term =
      logChoose + k * Math.log(rate) + (order - k) * Math.log1p(-rate) + (k * k - k) / (2 * noise * noise);
    sum = logAdd(sum, term);
  }
  return sum / (order - 1);
}

/**
 * The epsilon for which `steps` such steps together are (epsilon, delta) differentially private: the RDP of the steps adds
 * up, and the best order is taken, by the conversion of Canonne, Kamath & Steinke 2020 (arXiv 2004.00010, proposition 12),
 * epsilon = rdp + log((a - 1) / a) - (log delta + log a) / (a - 1), which is tighter than the classical one.
 */
export function epsilonSpent(steps: number, rate: number, noise: number, delta: number): number {
  if (steps === 0 || rate === 0) return 0;
  const epsilons = RDP_ORDERS.map((order) => {
    const rdp = steps * rdpOfStep(rate, noise, order);
    return rdp + Math.log1p(-1 / order) - (Math.log(delta) + Math.log(order)) / (order - 1);
  });
  return Math.max(0, Math.min(...epsilons));
}
