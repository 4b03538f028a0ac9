import type { CompiledSwarm, TensorSpec } from '#engine/compile/compiled.ts';
import type { FishId } from '#engine/core/brand.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import type { TensorState } from '#engine/executors/executor.ts';
import type { StoredTensor } from '#engine/runs/types.ts';
import { commonStart } from './commonStart.ts';

/** The parameters and moments of all fish: first values, checkpoints, and putting one fish back to its start. */
export class SwarmTensors {
  readonly #swarm: CompiledSwarm;
  readonly #state: TensorState;
  readonly #seed: number;
  readonly #start: ReadonlyMap<FishId, FishId>;

  constructor(swarm: CompiledSwarm, state: TensorState, seed: number) {
    this.#swarm = swarm;
    this.#state = state;
    this.#seed = seed;
    this.#start = commonStart(swarm.plan);
  }

  /** First values of one fish. */
  #own(spec: TensorSpec, fish: FishId): Float32Array {
    return spec.initialise(this.#start.get(fish) ?? fish, this.#seed);
  }

  #fishOf(spec: TensorSpec): readonly FishId[] {
    return this.#swarm.plan.schools.find((school) => school.id === spec.school)?.fish ?? [];
  }

  #first(spec: TensorSpec): Float32Array {
    const fish = this.#fishOf(spec);
    const size = spec.shape.reduce((a, b) => a * b, 1) / fish.length;
    const values = new Float32Array(size * fish.length);
    fish.forEach((id, slot) => {
      values.set(this.#own(spec, id), slot * size);
    });
    return values;
  }

  initialise(): void {
    for (const spec of this.#swarm.tensors) this.#state.set(spec.name, 'f32', spec.shape, this.#first(spec));
  }

  /** Puts a checkpoint's tensors in place. Throws `conflict` where they are not those of this swarm. */
  restore(tensors: readonly StoredTensor[]): void {
    const stored = new Map(tensors.map((tensor) => [tensor.name, tensor]));
    for (const spec of this.#swarm.tensors) {
      if (spec.role === 'constant') {
        this.#state.set(spec.name, 'f32', spec.shape, this.#first(spec));
        continue;
      }
      const tensor = stored.get(spec.name);
      if (tensor?.dtype !== 'f32' || tensor.shape.join() !== spec.shape.join()) {
        throw new ShuuraiError(
          'conflict',
          `The checkpoint does not fit the swarm: it has no tensor "${spec.name}" of the shape [${spec.shape.join(', ')}]. It was written by another version or belongs to another document; start the run anew.`,
          { details: { tensor: spec.name } },
        );
      }
      this.#state.set(spec.name, 'f32', spec.shape, tensor.data);
    }
  }

  capture(): StoredTensor[] {
    return this.#swarm.tensors.flatMap((spec) =>
      spec.role === 'constant'
        ? []
        : [{ name: spec.name, dtype: 'f32' as const, shape: spec.shape, data: this.#state.get(spec.name) }],
    );
  }

  /** Gives a fish its first values back, moments included. */
  reset(fish: FishId): void {
    for (const spec of this.#swarm.tensors) {
      const slot = this.#fishOf(spec).indexOf(fish);
      if (slot < 0) continue;
      const values = this.#state.get(spec.name);
      const own = this.#own(spec, fish);
      values.set(own, slot * own.length);
      this.#state.set(spec.name, 'f32', spec.shape, values);
    }
  }
}
