import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import type { StoredTensor } from '#engine/runs/types.ts';
import type { Extent } from './weightSpace.ts';

/** All parameters of one fish in a row, and which of them belongs to which tensor. */
export interface FishTensors {
  /** Whole rounds behind them, or the round that is being done. */
  readonly round: number;
  readonly extents: readonly Extent[];
  /** [P] */
  readonly values: Float32Array;
}

/** The weights of a fish out of a checkpoint's tensors, in the order of the weight space; null where they have none of it. */
export function fishTensors(
  { plan, tensors }: Pick<CompiledSwarm, 'plan' | 'tensors'>,
  stored: readonly StoredTensor[],
  fish: string,
  round: number,
): FishTensors | null {
  const school = plan.schools.find((one) => one.fish.some((id) => id === fish));
  if (school === undefined) return null;
  const ids: readonly string[] = school.fish;
  const slot = ids.indexOf(fish);
  const byName = new Map(stored.map((tensor) => [tensor.name, tensor]));
  const extents: Extent[] = [];
  const parts: Float32Array[] = [];
  let offset = 0;
  for (const spec of tensors) {
    if (spec.school !== school.id || spec.role !== 'parameter') continue;
    const tensor = byName.get(spec.name);
    const size = spec.shape.slice(1).reduce((a, b) => a * b, 1); // [N, ...]
    if (tensor === undefined || tensor.data.length < (slot + 1) * size) return null;
    extents.push({ name: spec.name, offset, size });
    parts.push(Float32Array.from(tensor.data.subarray(slot * size, (slot + 1) * size), Number));
    offset += size;
  }
  const values = new Float32Array(offset);
  parts.forEach((part, at) => {
    values.set(part, extents[at]?.offset);
  });
  return { round, extents, values };
}
