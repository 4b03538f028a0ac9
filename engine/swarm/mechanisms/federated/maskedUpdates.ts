import type { FederatedPlan } from '#engine/compile/mechanisms/federated.ts';
import type { Update } from '../../federated/jointUpdate.ts';
import {
  decode,
  encode,
  type FixedPoint,
  fixedPoint,
  masked,
  type PairStream,
  unmaskedSum,
} from '../../federated/secureSum.ts';
import type { Letter } from '../courier.ts';
import type { World } from '../mechanism.ts';

/** The greatest number of an update that masked words can tell where updates are not clipped. */
const UNCLIPPED_BOUND = 16;

/** Secure aggregation of a round's updates: the server learns their weighted sum, and nothing of a single one. */
export class MaskedUpdates {
  /** Weight of each client asked, by id. */
  readonly #weights: ReadonlyMap<string, number>;
  readonly #total: number;
  readonly #asked: readonly string[];
  readonly #point: FixedPoint;
  readonly #pairs: PairStream;
  readonly #noisy: boolean;

  /** @param weights by id, of all clients asked and in their order */
  constructor(plan: FederatedPlan, world: World, weights: ReadonlyMap<string, number>) {
    this.#weights = weights;
    this.#total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    this.#asked = [...weights.keys()];
    this.#point = fixedPoint(plan.clip > 0 ? plan.clip : UNCLIPPED_BOUND, weights.size);
    this.#pairs = (one, other) =>
      world.random('secure mask', plan.nodeId, world.state.round, ...[one, other].toSorted());
    this.#noisy = plan.noise > 0;
  }

  /** Share of the weight of all clients asked. */
  #shareOf(client: string): number {
    return this.#total === 0 ? 0 : (this.#weights.get(client) ?? 0) / this.#total;
  }

  /** The masked words of a client's weighted update, bit for bit as numbers of 32 bits. */
  mask(client: string, update: Float32Array): Float32Array {
    const share = this.#noisy ? 1 : this.#shareOf(client);
    const words = encode(
      update.map((value) => value * share),
      this.#point,
    );
    return new Float32Array(masked(client, words, this.#asked, this.#pairs).buffer);
  }

  /**
   * The sum of the masked updates that came, and their share of the whole weight. With fewer than two there is none: it
   * would be one client's own.
   */
  unmask(letters: readonly Letter[]): Update | null {
    if (letters.length < 2) return null;
    const messages = new Map(letters.map(({ from, values }) => [from, new Uint32Array(values.buffer)]));
    const words = unmaskedSum(messages, this.#asked, this.#pairs);
    const weight = letters.reduce((sum, { from }) => sum + this.#shareOf(from), 0);
    return { values: decode(words, this.#point), weight };
  }
}
