import type { RandomStream } from '#engine/core/random.ts';
import type { Chorus } from './chorus.ts';

/** Somebody a listener may hear. */
export interface Source {
  /** Of the fish or aggregator. */
  readonly id: string;
  /** Of the link. */
  readonly strength: number;
}

export interface ListenerParts {
  readonly id: string;
  readonly kind: 'aggregator' | 'fish';
  readonly sources: readonly Source[];
  /** The sources' voices in their order; a fish's own comes after them. */
  readonly chorus: Chorus;
  /** Rows it judges by, ascending. */
  readonly rows: Int32Array;
  /** By row of the table; absent: all alike. */
  readonly rowWeights?: Float64Array;
}

/**
 * An aggregator or a fish, with the sources it could hear now: those that live and say something that is a number, in
 * the order of their ids, so that no choice depends on the order of links.
 */
export class Listener {
  readonly id: string;
  readonly kind: 'aggregator' | 'fish';
  readonly sources: readonly Source[];
  readonly rows: Int32Array;
  readonly #chorus: Chorus;
  readonly #rowWeights: Float64Array | undefined;
  readonly #weights: Float64Array;

  constructor({ id, kind, sources, chorus, rows, rowWeights }: ListenerParts) {
    this.id = id;
    this.kind = kind;
    this.sources = sources;
    this.rows = rows;
    this.#chorus = chorus;
    this.#rowWeights = rowWeights;
    this.#weights = new Float64Array(sources.length + (kind === 'fish' ? 1 : 0));
  }

  /** Quality (0 to 1, see Chorus) of its answer with each link open so far; a fish always hears itself. */
  quality(open: ArrayLike<number>, rows: Int32Array = this.rows): number {
    return this.#chorus.quality(this.#opened(open), rows, this.#rowWeights);
  }

  /** Mean log-probability of the truth in nats, at most 0, with each link open so far. */
  likelihood(open: ArrayLike<number>, rows: Int32Array = this.rows): number {
    return this.#chorus.likelihood(this.#opened(open), rows, this.#rowWeights);
  }

  /** A few of its rows, drawn without replacement; all where there are no more than `count`, or `count` is 0. */
  draw(count: number, random: RandomStream): Int32Array {
    if (count === 0 || count >= this.rows.length) return this.rows;
    const drawn = Int32Array.from(this.rows);
    for (let i = 0; i < count; i++) {
      const j = i + random.int(drawn.length - i);
      [drawn[i], drawn[j]] = [drawn[j]!, drawn[i]!];
    }
    return drawn.subarray(0, count);
  }

  #opened(open: ArrayLike<number>): Float64Array {
    this.sources.forEach(({ strength }, k) => {
      this.#weights[k] = strength * (open[k] ?? 0);
    });
    if (this.kind === 'fish') this.#weights[this.sources.length] = 1;
    return this.#weights;
  }
}
