import type { RandomStream } from '#engine/core/random.ts';

/**
 * Shapley values (Shapley 1953) by permutation sampling (Castro, Gomez & Tejada 2009, "Polynomial calculation of the
 * Shapley value based on sampling"): players join in random order, each is credited with what it adds; the mean over
 * orders. The values of any sample sum to worth(all) - worth(nobody) exactly. Orders come in pairs, each with its
 * reverse (antithetic sampling, Mitchell et al. 2022, arXiv 2104.12199), which halves the noise or better.
 *
 * @param worth of a set of players.
 * @param orders sampled; rounded up to an even number.
 */
export function shapley<Player>(
  players: readonly Player[],
  worth: (set: ReadonlySet<Player>) => number,
  orders: number,
  random: RandomStream,
): Map<Player, number> {
  const credit = new Float64Array(players.length);
  const pairs = Math.max(1, Math.ceil(orders / 2));
  const nobody = worth(new Set());
  for (let pair = 0; pair < pairs; pair++) {
    const order = random.permutation(players.length);
    for (const places of [order, order.toReversed()]) {
      const set = new Set<Player>();
      let before = nobody;
      for (const place of places) {
        set.add(players[place]!);
        const after = worth(set);
        credit[place]! += after - before;
        before = after;
      }
    }
  }
  return new Map(players.map((player, i) => [player, credit[i]! / (2 * pairs)]));
}
