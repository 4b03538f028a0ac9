import { drawPlace } from '../drawPlace.ts';
import type { Listener } from '../listener.ts';
import { only, type Policy, type PolicyMemory, softmax } from './policy.ts';

const sharesOf = ({ sources }: Listener, memory: PolicyMemory): number[] => {
  const known = sources.flatMap(({ id }) => memory.theta[id] ?? []);
  const newcomer =
    known.length === 0 ? 0 : Math.log(known.reduce((sum, log) => sum + Math.exp(log), 0) / known.length);
  return softmax(sources.map(({ id }) => memory.theta[id] ?? newcomer));
};

/** Every source gets a part of what all have: w <- (1 - share) w + share / n (Herbster & Warmuth 1998). */
function remember(
  { sources }: Listener,
  memory: PolicyMemory,
  weights: readonly number[],
  share: number,
): void {
  const sum = weights.reduce((a, b) => a + b, 0);
  sources.forEach(({ id }, k) => {
    memory.theta[id] = Math.log(Math.max(1e-30, ((1 - share) * weights[k]!) / sum + share / sources.length));
  });
}

const byShare: Pick<Policy, 'open' | 'reputation'> = {
  open: sharesOf,
  reputation: sharesOf,
};

/**
 * Hedge (Freund & Schapire 1997) with fixed share (Herbster & Warmuth 1998, "Tracking the best expert"): all sources are
 * asked, w_k <- w_k exp(-rate loss_k) with loss 1 - quality of what the source says alone, then every source gets a part
 * `forget` of the whole, so that who was bad can come back. The reward is the quality of the weighted answer.
 */
export const hedge: Policy = {
  ...byShare,
  learn({ listener, rows }, memory, { rate, forget }) {
    const shares = sharesOf(listener, memory);
    const reward = listener.quality(shares, rows);
    const weights = shares.map(
      (share, k) => share * Math.exp(-rate * (1 - listener.quality(only(listener, k), rows))),
    );
    remember(listener, memory, weights, forget);
    return reward;
  },
};

/**
 * EXP3.S (Auer, Cesa-Bianchi, Freund & Schapire 2002, "The nonstochastic multiarmed bandit problem", section 8): a source is
 * chosen with probability p = (1 - explore) w + explore / n and paid the quality x of what it says alone; its weight grows
 * by exp(rate x / (p n)), then weights are shared. The paper ties the rate to the exploration; here they are two
 * parameters, and sharing takes the form of Herbster & Warmuth, as Hedge's.
 */
export const exp3: Policy = {
  ...byShare,
  learn({ listener, rows, random }, memory, { rate, forget, explore }) {
    const count = listener.sources.length;
    const free = Math.min(1, explore);
    const shares = sharesOf(listener, memory);
    const chances = shares.map((share) => (1 - free) * share + free / count);
    const chosen = drawPlace(chances, random);
    const reward = listener.quality(only(listener, chosen), rows);
    const weights = shares.map((share, k) =>
      k === chosen ? share * Math.exp(Math.min(50, (rate * reward) / (chances[k]! * count))) : share,
    );
    remember(listener, memory, weights, forget);
    return reward;
  },
};
