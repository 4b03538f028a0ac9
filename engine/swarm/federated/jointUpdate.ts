import type { FederatedPlan } from '#engine/compile/mechanisms/federated.ts';
import type { RandomStream } from '#engine/core/random.ts';
import { robustMean } from './robust.ts';
import { combination } from './vectors.ts';

export interface Update {
  /** [P], clipped */
  readonly values: Float32Array;
  readonly weight: number;
}

/** One update [P] for those of the clients; null where the server must leave its weights as they are. */
export function jointUpdate(
  { robust, faulty }: Pick<FederatedPlan, 'robust' | 'faulty'>,
  updates: readonly Update[],
): Float32Array | null {
  const vectors = updates.map(({ values }) => values);
  const total = updates.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  if (robust !== 'none') return robustMean(robust, vectors, faulty);
  return combination(
    vectors,
    updates.map(({ weight }) => weight / total),
  );
}

/**
 * The private mean of updates (DP-FedAvg, McMahan et al. 2018, arXiv 1710.06963, algorithm 1): (sum + N(0, (z S)^2)) / (q W)
 * with the expected number q W of clients as a fixed denominator, also when nobody answered. `sum` [P] is changed in place.
 */
export function privateMean(
  { noise, clip, fraction, clients }: Pick<FederatedPlan, 'noise' | 'clip' | 'fraction' | 'clients'>,
  sum: Float32Array,
  random: RandomStream,
): Float32Array {
  const expected = fraction * clients.length;
  for (let c = 0; c < sum.length; c++) sum[c] = (sum[c]! + noise * clip * random.normal()) / expected;
  return sum;
}
