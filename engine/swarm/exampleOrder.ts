import { randomStream } from '#engine/core/random.ts';

/**
 * The endless sequence in which a fish meets its rows: pass after pass, each a fresh permutation. A pure function of
 * (seed, key, pass), so that any place of it can be found again after a resume.
 */
export class ExampleOrder {
  readonly #seed: number;
  readonly #key: string;
  readonly #rows: Int32Array;
  /** The passes looked at last; a slice rarely spans more than two. */
  readonly #passes = new Map<number, Int32Array>();

  constructor(seed: number, key: string, rows: Int32Array) {
    this.#seed = seed;
    this.#key = key;
    this.#rows = rows;
  }

  #pass(number: number): Int32Array {
    const known = this.#passes.get(number);
    if (known !== undefined) return known;
    const pass = randomStream(this.#seed, 'shuffle', this.#key, number).shuffle(this.#rows.slice());
    for (const old of this.#passes.keys()) if (old < number - 1) this.#passes.delete(old);
    this.#passes.set(number, pass);
    return pass;
  }

  /** `count` row numbers from place `start` (from 0) on. */
  slice(start: number, count: number): Int32Array {
    const size = this.#rows.length;
    const rows = new Int32Array(count);
    for (let taken = 0; taken < count; ) {
      const at = start + taken;
      const within = at % size;
      const piece = this.#pass(Math.floor(at / size)).subarray(within, within + count - taken);
      rows.set(piece, taken);
      taken += piece.length;
    }
    return rows;
  }
}
