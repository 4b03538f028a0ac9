import type { FishId } from '#engine/core/brand.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import type { World } from '../mechanism.ts';

/** The weights of a population as one matrix [n, P], a row a fish, whatever schools they are in. */
export class Population {
  readonly fish: readonly FishId[];
  /** P, parameters of one fish. */
  readonly size: number;
  /** Where one layer's parameters end and the next one's begin: [0, ..., P]. */
  readonly layers: readonly number[];
  readonly #world: World;
  /** The schools its fish are in, with row and slot of each. */
  readonly #schools: readonly {
    readonly school: string;
    readonly places: readonly { readonly row: number; readonly slot: number }[];
  }[];

  constructor(world: World, fish: readonly FishId[]) {
    this.#world = world;
    this.fish = fish;
    const { plan, weights } = world;
    this.#schools = plan.schools.flatMap(({ id, fish: members }) => {
      const places = fish.flatMap((one, row) => {
        const slot = members.indexOf(one);
        return slot < 0 ? [] : [{ row, slot }];
      });
      return places.length === 0 ? [] : [{ school: id, places }];
    });
    const sizes = new Set(this.#schools.map(({ school }) => weights.sizeOf(school)));
    const [size] = sizes;
    const [first] = this.#schools;
    if (size === undefined || first === undefined || sizes.size > 1) {
      throw new ShuuraiError('internal', 'The fish of a population have weights of different layouts.');
    }
    this.size = size;
    this.layers = layerEdges(weights.layoutOf(first.school), first.school, size);
  }

  /** [n, P]; a copy. */
  read(): Float32Array {
    const { size } = this;
    const rows = new Float32Array(this.fish.length * size);
    for (const { school, places } of this.#schools) {
      const all = this.#world.weights.read(school);
      for (const { row, slot } of places) rows.set(all.subarray(slot * size, (slot + 1) * size), row * size);
    }
    return rows;
  }

  /** @param rows [n, P] */
  write(rows: Float32Array): void {
    const { size } = this;
    const { weights } = this.#world;
    for (const { school, places } of this.#schools) {
      const all = weights.read(school);
      for (const { row, slot } of places) all.set(rows.subarray(row * size, (row + 1) * size), slot * size);
      weights.write(school, all);
    }
  }

  /** All who take part get the mean of their weights (federated averaging, McMahan et al. 2017, with equal parts). */
  unite(takesPart: (fish: FishId) => boolean): void {
    const { size } = this;
    const rows = this.read();
    const members = this.fish.flatMap((fish, row) => (takesPart(fish) ? [row] : []));
    const mean = new Float64Array(size);
    for (const row of members) {
      for (let i = 0; i < size; i++) mean[i]! += rows[row * size + i]! / members.length;
    }
    for (const row of members) rows.set(mean, row * size);
    this.write(rows);
  }

  /** Gives fish (the keys) weights, moments and step counts of others (the values), all as they are at this moment. */
  inherit(parents: ReadonlyMap<FishId, FishId>): void {
    const { tensors, state, weights } = this.#world;
    tensors.inherit(parents);
    const steps = new Map([...parents.values()].map((parent) => [parent, state.fish[parent]?.steps ?? 0]));
    for (const [child, parent] of parents) {
      const life = state.fish[child];
      if (life !== undefined) life.steps = steps.get(parent) ?? 0;
    }
    weights.version += 1;
  }
}

/** Transformer blocks are layers; so are what comes before the first (embeddings) and after the last (head). */
function layerEdges(
  extents: readonly { readonly name: string; readonly offset: number }[],
  school: string,
  size: number,
): number[] {
  const edges: number[] = [];
  let last: string | null = null;
  for (const { name, offset } of extents) {
    const [part = '', block = ''] = name.slice(school.length + 1).split('.');
    const layer: string =
      part === 'h' ? block : last === null || last === 'embeddings' ? 'embeddings' : 'head';
    if (layer !== last) edges.push(offset);
    last = layer;
  }
  return [...edges, size];
}
