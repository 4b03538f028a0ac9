import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import type { FishId } from '#engine/core/brand.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import type { TensorState } from '#engine/executors/executor.ts';

/** One parameter of a fish within its row of the weight space. */
export interface Extent {
  /** Name of the school's stacked tensor. */
  readonly name: string;
  readonly offset: number;
  readonly size: number;
}

interface School {
  readonly fish: readonly FishId[];
  readonly extents: readonly Extent[];
  /** P, parameters of one fish. */
  readonly size: number;
}

/**
 * The parameters of a school as one matrix [N, P], a row a fish, for everything that computes on weights as vectors:
 * servers, robust statistics, particle swarms, crossover. Optimizer moments are not part of it. Fish of schools of
 * identical shape have identical layouts.
 */
export class WeightSpace {
  readonly #state: TensorState;
  readonly #schools = new Map<string, School>();
  readonly #placeOf = new Map<FishId, { readonly school: string; readonly slot: number }>();
  /** Grows with every write, so that answers computed before are known to be old. */
  version = 0;

  readonly #anchors: WeightSpace | null;

  /** @param role which tensors of a fish make up its row. */
  constructor(swarm: CompiledSwarm, state: TensorState, role: 'parameter' | 'anchor' = 'parameter') {
    this.#state = state;
    const anchored = role === 'parameter' && swarm.tensors.some((spec) => spec.role === 'anchor');
    this.#anchors = anchored ? new WeightSpace(swarm, state, 'anchor') : null;
    for (const school of swarm.plan.schools) {
      const extents: Extent[] = [];
      let offset = 0;
      for (const spec of swarm.tensors) {
        if (spec.school !== school.id || spec.role !== role) continue;
        const size = spec.shape.slice(1).reduce((a, b) => a * b, 1);
        extents.push({ name: spec.name, offset, size });
        offset += size;
      }
      this.#schools.set(school.id, { fish: school.fish, extents, size: offset });
      school.fish.forEach((fish, slot) => {
        this.#placeOf.set(fish, { school: school.id, slot });
      });
    }
  }

  #school(id: string): School {
    const school = this.#schools.get(id);
    if (school === undefined) throw new ShuuraiError('internal', `The swarm has no school "${id}".`);
    return school;
  }

  #place(fish: FishId): { readonly school: string; readonly slot: number } {
    const place = this.#placeOf.get(fish);
    if (place === undefined) throw new ShuuraiError('internal', `The weight space has no fish "${fish}".`);
    return place;
  }

  /**
   * The same space over what fish are pulled towards while they learn (FedProx); the rows of schools without such fish are
   * empty in it. null where the swarm has none.
   */
  get anchors(): WeightSpace | null {
    return this.#anchors;
  }

  has(fish: FishId): boolean {
    return this.#placeOf.has(fish);
  }

  /** Sizes of a fish's parameters in their order: fish of equal layouts can exchange weights. */
  layoutKey(fish: FishId): string {
    const { school } = this.#place(fish);
    return this.#school(school)
      .extents.map(({ name, size }) => `${name.slice(school.length)} ${size}`)
      .join('\n');
  }

  /** P: parameters of a fish of this school. */
  sizeOf(school: string): number {
    return this.#school(school).size;
  }

  layoutOf(school: string): readonly Extent[] {
    return this.#school(school).extents;
  }

  layoutOfFish(fish: FishId): readonly Extent[] {
    return this.#school(this.#place(fish).school).extents;
  }

  /** [N, P], row-major, by slot; a copy. */
  read(school: string): Float32Array {
    const { fish, extents, size } = this.#school(school);
    const all = new Float32Array(fish.length * size);
    for (const extent of extents) {
      const stacked = this.#state.get(extent.name); // [N, ...]
      fish.forEach((_, slot) => {
        all.set(stacked.subarray(slot * extent.size, (slot + 1) * extent.size), slot * size + extent.offset);
      });
    }
    return all;
  }

  /** @param values [N, P] as `read` returns it. */
  write(school: string, values: Float32Array): void {
    const { fish, extents, size } = this.#school(school);
    if (values.length !== fish.length * size) {
      throw new ShuuraiError(
        'internal',
        `The weights of "${school}" are [${fish.length}, ${size}], but ${values.length} numbers were given.`,
      );
    }
    for (const extent of extents) {
      const { shape } = this.#state.info(extent.name);
      const stacked = new Float32Array(fish.length * extent.size);
      fish.forEach((_, slot) => {
        const start = slot * size + extent.offset;
        stacked.set(values.subarray(start, start + extent.size), slot * extent.size);
      });
      this.#state.set(extent.name, 'f32', shape, stacked);
    }
    this.version += 1;
  }

  /** [P]; a copy. */
  readFish(fish: FishId): Float32Array {
    return this.readMany([fish]).get(fish)!; // has what was asked for
  }

  /** @param values [P] */
  writeFish(fish: FishId, values: Float32Array): void {
    this.writeMany(new Map([[fish, values]]));
  }

  /** By fish, [P] each; copies. */
  readMany(ids: Iterable<FishId>): Map<FishId, Float32Array> {
    const rows = new Map<FishId, Float32Array>();
    for (const [school, members] of Map.groupBy(ids, (fish) => this.#place(fish).school)) {
      const { size } = this.#school(school);
      const all = this.read(school);
      for (const fish of members) {
        const { slot } = this.#place(fish);
        rows.set(fish, all.slice(slot * size, (slot + 1) * size));
      }
    }
    return rows;
  }

  /** By fish, [P] each; all others keep theirs bit for bit. */
  writeMany(rows: ReadonlyMap<FishId, Float32Array>): void {
    for (const [school, members] of Map.groupBy(rows, ([fish]) => this.#place(fish).school)) {
      const { size } = this.#school(school);
      const all = this.read(school);
      for (const [fish, values] of members) all.set(values, this.#place(fish).slot * size);
      this.write(school, all);
    }
  }
}
