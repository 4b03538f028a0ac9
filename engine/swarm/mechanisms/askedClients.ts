import type { Member } from '#engine/compile/mechanisms/federated.ts';
import type { RandomStream } from '#engine/core/random.ts';
import type { World } from './mechanism.ts';

/** A share of the clients that live, by lot; at least one of them. */
export function clientsByLot(
  random: RandomStream,
  fraction: number,
  living: readonly Member[],
): readonly Member[] {
  const count = Math.max(1, Math.round(fraction * living.length));
  const picked = new Set(random.permutation(living.length).subarray(0, count));
  return living.filter((_, i) => picked.has(i));
}

/** Clients that are not asked rest: they take no step. */
export function restUnasked({ state }: World, clients: readonly Member[], asked: readonly Member[]): void {
  for (const client of clients) {
    const life = client.kind === 'fish' ? state.fish[client.id] : undefined;
    if (life !== undefined) life.resting = !asked.includes(client);
  }
}
