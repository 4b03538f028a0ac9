import { z } from 'zod';
import type { TrustSettings } from '#engine/compile/mechanisms/organise.ts';
import type { Listener } from '../listener.ts';
import { bySource, type Choice, openBest } from './choice.ts';

export const trustMemory = z.object({
  /** a_ij; sums to 1 over the sources there were when it was learned. */
  trust: bySource,
});
export type TrustMemory = z.output<typeof trustMemory>;
export const firstTrust = (): TrustMemory => ({ trust: {} });

/**
 * Trust by usefulness: a_ij <- (1 - rho) a_ij + rho softmax_j(benefit_ij / T), of which the best k are heard (swarm.md;
 * the softmax of merits is Hedge's, Freund & Schapire 1997). Benefit, in nats of mean log-probability of the truth: of a
 * source to an aggregator, what it says alone; to a fish, what the fish and the source say together beyond what the
 * fish says alone. A newcomer begins with the mean trust of the others; the trust of absent sources is forgotten.
 */
export function learnTrust(listener: Listener, memory: TrustMemory, settings: TrustSettings): Choice {
  const { sources } = listener;
  const alone = listener.kind === 'fish' ? listener.likelihood([]) : 0;
  const benefit = sources.map(
    (_, k) => listener.likelihood(sources.map((_, j) => (j === k ? 1 : 0))) - alone,
  );
  const share = softmax(benefit.map((value) => value / settings.temperature));
  const known = sources.flatMap(({ id }) => memory.trust[id] ?? []);
  const mean = known.length === 0 ? 1 : known.reduce((a, b) => a + b, 0) / known.length;
  const old = sources.map(({ id }) => memory.trust[id] ?? mean);
  const sum = old.reduce((a, b) => a + b, 0);
  memory.trust = Object.fromEntries(
    sources.map(({ id }, k) => [
      id,
      (1 - settings.forget) * (sum > 0 ? old[k]! / sum : 1 / sources.length) + settings.forget * share[k]!,
    ]),
  );
  return { trust: { ...memory.trust }, open: openBest(memory.trust, settings.keep) };
}

function softmax(values: readonly number[]): number[] {
  const top = Math.max(...values);
  if (!Number.isFinite(top)) return values.map(() => 1 / values.length);
  const raw = values.map((value) => Math.exp(value - top));
  const sum = raw.reduce((a, b) => a + b, 0);
  return raw.map((value) => value / sum);
}
