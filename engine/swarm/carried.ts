import type { FishId } from '#engine/core/brand.ts';
import type { LoopState } from './loopState.ts';

type Shares = ReadonlyMap<FishId, Int32Array>;

/**
 * The rows each fish learns from while some learn for others: row k of the share of a fish that is covered by n others goes
 * to the (k mod n)th of them. Rows stay ascending.
 */
export function carriedShares(shares: Shares, cover: LoopState['cover']): Shares {
  const now = new Map(shares);
  for (const [id, takers] of Object.entries(cover)) {
    const rows = [...shares].find(([fish]) => fish === id)?.[1] ?? new Int32Array(0);
    for (const [i, taker] of takers.entries()) {
      const part = rows.filter((_, k) => k % takers.length === i);
      const own = now.get(taker) ?? new Int32Array(0);
      now.set(taker, Int32Array.from(new Set([...own, ...part])).sort());
    }
  }
  return now;
}
