import type { FishBatch, TrainCluster } from '#engine/compile/compiled.ts';
import type { FishId } from '#engine/core/brand.ts';
import { randomStream } from '#engine/core/random.ts';
import type { EncodedExamples } from '#engine/data/types.ts';
import type { RunSettings } from '#engine/document/schema.ts';
import { ExampleOrder } from './exampleOrder.ts';

/** Steps whose examples are grouped by length together; more would pair the same lengths again and again. */
const WINDOW = 16;

export interface BatchSettings {
  readonly seed: number;
  readonly run: Pick<RunSettings, 'local' | 'batchSize'>;
  readonly train: EncodedExamples;
  /** Training rows of each fish, ascending. */
  readonly shares: ReadonlyMap<FishId, Int32Array>;
  /** Local steps a round, in the cluster's order, where they do not follow from the shares. */
  readonly steps?: readonly number[];
}

/** One sequence of examples cut into batches: a fish's own, or a cluster's common one. */
interface Reader {
  readonly rows: Int32Array;
  readonly order: ExampleOrder;
  readonly steps: number;
  window: { round: number; number: number; batches: readonly Int32Array[] } | null;
}

/** Which examples the fish of a cluster see at which step: a pure function of seed, round and step. */
export class ClusterBatches {
  /** Local steps of each fish in a round, in the cluster's order. */
  readonly steps: readonly number[];
  /** Of the busiest fish. */
  readonly roundSteps: number;
  readonly #settings: BatchSettings;
  readonly #sorted: boolean;
  readonly #readers: readonly Reader[];
  /** With shared batches: whether row r of the training examples is fish i's to learn. */
  readonly #owns: readonly Uint8Array[] | null;

  constructor(cluster: TrainCluster, settings: BatchSettings) {
    this.#settings = settings;
    this.#sorted = cluster.lengths.length > 1;
    const shares = cluster.fish.map((fish) => settings.shares.get(fish) ?? new Int32Array(0));
    if (cluster.sharedBatch) {
      this.#owns = shares.map((rows) => {
        const own = new Uint8Array(settings.train.size);
        for (const row of rows) own[row] = 1;
        return own;
      });
      const union = Int32Array.from(new Set(shares.flatMap((rows) => [...rows]))).sort();
      const reader = this.#reader(`shared ${cluster.stream}`, union, settings.steps?.[0]);
      this.#readers = [reader];
      this.steps = cluster.fish.map(() => reader.steps);
    } else {
      this.#owns = null;
      this.#readers = cluster.fish.map((fish, i) => this.#reader(fish, shares[i]!, settings.steps?.[i]));
      this.steps = this.#readers.map((reader) => reader.steps);
    }
    this.roundSteps = Math.max(0, ...this.steps);
  }

  #reader(key: string, rows: Int32Array, given: number | undefined): Reader {
    const { seed, run } = this.#settings;
    const order = new ExampleOrder(seed, key, rows);
    const steps = rows.length === 0 ? 0 : (given ?? stepsOf(rows.length, run));
    return { rows, order, steps, window: null };
  }

  /** Step `step` (from 0) of the round; fish without a step here get a batch of weight 0. */
  batches(round: number, step: number): readonly FishBatch[] {
    const owns = this.#owns;
    if (owns === null) {
      return this.#readers.map((reader) => {
        const { rows, real } = this.#rows(reader, round, step);
        return { rows, weights: Float32Array.from(rows, (_, i) => (i < real ? 1 : 0)) };
      });
    }
    const { rows, real } = this.#rows(this.#readers[0]!, round, step); // one common reader
    return owns.map((own) => ({
      rows,
      weights: Float32Array.from(rows, (row, i) => (i < real && own[row] === 1 ? 1 : 0)),
    }));
  }

  /** `batchSize` rows, of which the first `real` count. */
  #rows(reader: Reader, round: number, step: number): { rows: Int32Array; real: number } {
    const { batchSize } = this.#settings.run;
    if (step >= reader.steps) return { rows: new Int32Array(batchSize), real: 0 };
    if (reader.rows.length < batchSize) {
      const rows = new Int32Array(batchSize).fill(reader.rows[0]!); // a reader with steps has rows
      rows.set(reader.rows);
      return { rows, real: reader.rows.length };
    }
    const number = Math.floor(step / WINDOW);
    if (reader.window?.round !== round || reader.window.number !== number) {
      reader.window = { round, number, batches: this.#window(reader, round, number) };
    }
    return { rows: reader.window.batches[step - number * WINDOW]!, real: batchSize };
  }

  /**
   * The batches of up to WINDOW steps: their examples sorted by length and cut, so that short texts stand together and
   * run through the programs of short lengths. The order of the batches is random but common to all fish, so that all
   * are short at the same step. Which examples a window holds does not depend on their lengths.
   */
  #window(reader: Reader, round: number, number: number): readonly Int32Array[] {
    const { seed, run, train } = this.#settings;
    const size = Math.min(WINDOW, reader.steps - number * WINDOW);
    const start = ((round - 1) * reader.steps + number * WINDOW) * run.batchSize;
    const rows = reader.order.slice(start, size * run.batchSize);
    const cut = (i: number): Int32Array => rows.subarray(i * run.batchSize, (i + 1) * run.batchSize);
    if (!this.#sorted) return Array.from({ length: size }, (_, i) => cut(i));
    const sorted = [...rows].sort((a, b) => train.lengths[a]! - train.lengths[b]!); // stable
    rows.set(sorted);
    const order = randomStream(seed, 'batch order', round, number).permutation(WINDOW);
    return [...order.filter((i) => i < size)].map(cut);
  }
}

/** Local steps a round for a share of `size` rows. A share smaller than a batch is learnt whole at each step. */
export function stepsOf(size: number, { local, batchSize }: BatchSettings['run']): number {
  if (size === 0) return 0;
  if (local.unit === 'steps') return local.amount;
  return Math.ceil(size < batchSize ? local.amount : (local.amount * size) / batchSize);
}
