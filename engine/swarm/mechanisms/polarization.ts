import type { FishId } from '#engine/core/brand.ts';
import { swarmSeries } from '#engine/protocol/series.ts';
import { polarization as polarizationOf } from '../metrics/polarization.ts';
import type { Mechanism, World } from './mechanism.ts';
import { Vault } from './vault.ts';

/** Weights of all fish together, above which they are not kept for the comparison (128 MiB). */
const MOST_NUMBERS = 2 ** 25;

/**
 * In rounds that are evaluated, how far the fish learn in one direction: the polarization of what each changed in the round's
 * local steps, before anything crosses a link. Fish of different shapes have no direction in common: the mean over shapes of
 * two fish or more, by how many they are.
 */
export function polarization(): Mechanism {
  /** Weights at the beginning of the round, by fish. */
  const vault = new Vault();

  function begin({ plan, state, weights }: World): void {
    const { evaluateEvery, rounds } = plan.run;
    if (state.round % evaluateEvery !== 0 && state.round !== rounds) return;
    const living = plan.fish.flatMap(({ id }) => (state.fish[id]?.state === 'running' ? [id] : []));
    const size = living.reduce((sum, id) => sum + sizeOf(weights.layoutOfFish(id)), 0);
    if (living.length < 2 || size > MOST_NUMBERS) return;
    for (const [id, values] of weights.readMany(living)) vault.set(id, values);
  }

  function communicate({ weights, metrics }: World): void {
    const fish = vault.names().map((name) => name as FishId); // kept by their ids
    const now = weights.readMany(fish.filter((id) => weights.has(id)));
    let sum = 0;
    let count = 0;
    for (const alike of Map.groupBy(now.keys(), (id) => weights.layoutKey(id)).values()) {
      if (alike.length < 2) continue;
      const value = polarizationOf(
        joined(alike, (id) => vault.get(id)!),
        joined(alike, (id) => now.get(id)!),
        alike.length,
      ); // both have what is alike
      if (!Number.isFinite(value)) continue;
      sum += alike.length * value;
      count += alike.length;
    }
    for (const id of fish) vault.delete(id);
    if (count > 0) metrics({ [swarmSeries('polarization')]: sum / count });
  }

  return {
    id: 'polarization',
    begin,
    communicate,
    captureTensors: () => vault.captureTensors(),
    restoreTensors(tensors) {
      vault.restoreTensors(tensors);
    },
  };
}

const sizeOf = (extents: readonly { readonly size: number }[]): number =>
  extents.reduce((sum, { size }) => sum + size, 0);

/** [N, P] of rows [P]. */
function joined(fish: readonly FishId[], row: (id: FishId) => Float32Array): Float32Array {
  const rows = fish.map(row);
  const size = rows[0]?.length ?? 0;
  const all = new Float32Array(size * rows.length);
  rows.forEach((values, i) => {
    all.set(values, i * size);
  });
  return all;
}
