import type { CompiledSwarm, TensorSpec } from '#engine/compile/compiled.ts';
import type { FishId } from '#engine/core/brand.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import type { TensorState } from '#engine/executors/executor.ts';
import type { StoredTensor } from '#engine/runs/types.ts';
import { t } from '../core/text.ts';
import { commonStart } from './commonStart.ts';

/** Key of a replacement's random stream; "~" is in no fish's id, so it is no other fish's. */
const reborn = (fish: FishId, generation: number): FishId => `${fish}~${generation}` as FishId; // a key, not a fish

/** The parameters and moments of all fish: first values, checkpoints, and putting one fish back to its start. */
export class SwarmTensors {
  readonly #swarm: CompiledSwarm;
  readonly #state: TensorState;
  readonly #seed: number;
  readonly #start: ReadonlyMap<FishId, FishId>;
  /** Grows with whatever an aggregator learns, so that its answers from before are known to be old. */
  learnt = 0;

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

  /** First values of the fish' tensors that `which` names; of all without it. */
  initialise(which: (spec: TensorSpec) => boolean = () => true): void {
    for (const spec of this.#swarm.tensors) {
      if (which(spec)) this.#state.set(spec.name, 'f32', spec.shape, this.#first(spec));
    }
  }

  /** First values of what aggregators know, where the state has none of that shape yet. */
  initialiseAggregators(): void {
    const known = new Set(this.#state.names());
    for (const { name, shape, initialise } of this.#swarm.aggregatorTensors) {
      if (known.has(name) && this.#state.info(name).shape.join() === shape.join()) continue;
      this.#state.set(name, 'f32', shape, initialise(this.#seed));
    }
  }

  /** Puts a checkpoint's tensors in place. Throws `conflict` where they are not those of this swarm. */
  restore(tensors: readonly StoredTensor[]): void {
    const stored = new Map(tensors.map((tensor) => [tensor.name, tensor]));
    for (const spec of this.#swarm.tensors) {
      if (spec.role === 'constant') {
        this.#state.set(spec.name, 'f32', spec.shape, this.#first(spec));
        continue;
      }
      this.#restoreOne(spec, stored.get(spec.name));
    }
    for (const spec of this.#swarm.aggregatorTensors) this.#restoreOne(spec, stored.get(spec.name));
  }

  #restoreOne(spec: Pick<TensorSpec, 'name' | 'shape'>, tensor: StoredTensor | undefined): void {
    if (tensor?.dtype !== 'f32' || tensor.shape.join() !== spec.shape.join()) {
      throw new ShuuraiError(
        'conflict',
        t`The checkpoint does not fit the swarm: it has no tensor "${spec.name}" of the shape [${spec.shape.join(', ')}]. It was written by another version or belongs to another document; start the run anew.`,
        { details: { tensor: spec.name } },
      );
    }
    this.#state.set(spec.name, 'f32', spec.shape, tensor.data);
  }

  capture(): StoredTensor[] {
    const kept = [
      ...this.#swarm.tensors.filter(({ role }) => role !== 'constant'),
      ...this.#swarm.aggregatorTensors,
    ];
    return kept.map(({ name, shape }) => ({
      name,
      dtype: 'f32' as const,
      shape,
      data: this.#state.get(name),
    }));
  }

  /** What an aggregator knows (see engine/compile/programs/aggregators/tensors.ts); a copy. */
  readAggregator(name: string): Float32Array {
    return Float32Array.from(this.#state.get(name));
  }

  writeAggregator(name: string, values: Float32Array): void {
    this.learnt += 1;
    this.#state.set(name, 'f32', this.#state.info(name).shape, values);
  }

  /**
   * Gives fish (the keys) parameters and moments of others (the values), all as they are at this moment. Both must be
   * built and trained by the same recipe, or by recipes with tensors of the same names and shapes.
   */
  inherit(parents: ReadonlyMap<FishId, FishId>): void {
    const before = new Map<string, Float32Array>();
    const valuesOf = (name: string): Float32Array => {
      const known = before.get(name) ?? Float32Array.from(this.#state.get(name));
      before.set(name, known);
      return known;
    };
    const schoolOf = new Map(
      this.#swarm.plan.schools.flatMap(({ id, fish }) => fish.map((member) => [member, id])),
    );
    for (const spec of this.#swarm.tensors) {
      const fish = this.#fishOf(spec);
      const children = fish.filter((id) => parents.has(id));
      if (spec.role === 'constant' || children.length === 0) continue;
      const size = spec.shape.slice(1).reduce((a, b) => a * b, 1);
      const next = Float32Array.from(valuesOf(spec.name));
      for (const child of children) {
        const parent = parents.get(child)!; // filtered above
        const school = schoolOf.get(parent) ?? spec.school;
        const other = this.#swarm.plan.schools.find(({ id }) => id === school)?.fish.indexOf(parent) ?? -1;
        const source = valuesOf(`${school}${spec.name.slice(spec.school.length)}`);
        next.set(source.subarray(other * size, (other + 1) * size), fish.indexOf(child) * size);
      }
      this.#state.set(spec.name, 'f32', spec.shape, next);
    }
  }

  /** Gives a fish its first values back, moments included; from generation 1 on those of a fish never seen before. */
  reset(fish: FishId, generation = 0): void {
    this.#put(
      fish,
      () => true,
      (spec) =>
        generation === 0 ? this.#own(spec, fish) : spec.initialise(reborn(fish, generation), this.#seed),
    );
  }

  /** Empties the optimizer's memory of a fish. */
  resetMoments(fish: FishId): void {
    this.#put(
      fish,
      ({ role }) => role === 'moment',
      (spec) => this.#own(spec, fish),
    );
  }

  #put(
    fish: FishId,
    which: (spec: TensorSpec) => boolean,
    valuesOf: (spec: TensorSpec) => Float32Array,
  ): void {
    for (const spec of this.#swarm.tensors) {
      const slot = this.#fishOf(spec).indexOf(fish);
      if (slot < 0 || !which(spec)) continue;
      const values = this.#state.get(spec.name);
      const own = valuesOf(spec);
      values.set(own, slot * own.length);
      this.#state.set(spec.name, 'f32', spec.shape, values);
    }
  }
}
