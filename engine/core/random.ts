import { philox4x32 } from './philox.ts';

/** Blocks of 4 words computed at a time. */
const BLOCKS = 64;
const WORDS = BLOCKS * 4;
const UINT32_RANGE = 0x1_0000_0000;

interface Writable<T> {
  readonly length: number;
  [index: number]: T;
}

/** Appends `key` to `words` with a type tag and a length, so that no two key lists give the same words. */
function appendKey(words: number[], key: number | string): void {
  if (typeof key === 'number') {
    const bits = new DataView(new ArrayBuffer(8));
    // -0 and 0 are the same key to a caller.
    bits.setFloat64(0, key === 0 ? 0 : key);
    words.push(0x4e554d00, bits.getUint32(0), bits.getUint32(4));
    return;
  }
  words.push(0x53545200, key.length);
  for (let i = 0; i < key.length; i += 2) {
    words.push(((key.charCodeAt(i) << 16) | (i + 1 < key.length ? key.charCodeAt(i + 1) : 0)) >>> 0);
  }
}

/**
 * 128 bits from the words: Philox as the compression function of a chain (Davies-Meyer: the input is added to the
 * output), two words of input a step in the place of the cipher key.
 */
function absorb(words: readonly number[]): Uint32Array {
  const state = new Uint32Array([0x73687575, 0x72616921, 0x6b657973, words.length]);
  const block = new Uint32Array(4);
  for (let i = 0; i < words.length; i += 2) {
    philox4x32(block, 0, state[0]!, state[1]!, state[2]!, state[3]!, words[i]!, words[i + 1] ?? 0);
    for (let j = 0; j < 4; j++) state[j] = state[j]! ^ block[j]!;
  }
  return state;
}

/**
 * Random numbers for one purpose. A stream is a pure function of (seed, purpose, keys): two streams with different
 * purposes or keys are independent, and drawing from one never changes another.
 */
export class RandomStream {
  readonly #key0: number;
  readonly #key1: number;
  readonly #high0: number;
  readonly #high1: number;
  readonly #buffer = new Uint32Array(WORDS);
  #position = WORDS;
  /** Number of the next block; the counter's low 64 bits. */
  #block = 0;
  #spareNormal: number | null = null;

  constructor(seed: number, purpose: string, keys: readonly (number | string)[]) {
    const words: number[] = [];
    appendKey(words, seed);
    appendKey(words, purpose);
    for (const key of keys) appendKey(words, key);
    const derived = absorb(words);
    this.#key0 = derived[0]!;
    this.#key1 = derived[1]!;
    this.#high0 = derived[2]!;
    this.#high1 = derived[3]!;
  }

  #refill(): void {
    for (let b = 0; b < BLOCKS; b++) {
      const low = this.#block % UINT32_RANGE;
      const high = Math.floor(this.#block / UINT32_RANGE);
      philox4x32(this.#buffer, b * 4, low, high, this.#high0, this.#high1, this.#key0, this.#key1);
      this.#block += 1;
    }
    this.#position = 0;
  }

  /** A whole number in [0, 2^32). */
  uint32(): number {
    if (this.#position === WORDS) this.#refill();
    const word = this.#buffer[this.#position]!;
    this.#position += 1;
    return word;
  }

  /** Uniform in [0, 1), with 53 random bits. */
  uniform(): number {
    const high = this.uint32() >>> 5;
    const low = this.uint32() >>> 6;
    return (high * 0x400_0000 + low) / 0x20_0000_0000_0000;
  }

  /** Standard normal (Box and Muller 1958; both of a pair are used). */
  normal(): number {
    if (this.#spareNormal !== null) {
      const spare = this.#spareNormal;
      this.#spareNormal = null;
      return spare;
    }
    // 1 - uniform() is in (0, 1], so the logarithm is finite.
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    const angle = 2 * Math.PI * this.uniform();
    this.#spareNormal = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** A whole number in [0, n) without bias (Lemire 2019, arXiv 1805.10941); 1 <= n <= 2^32. */
  int(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > UINT32_RANGE) {
      throw new RangeError(`RandomStream.int needs a whole number from 1 to 2^32, not ${n}.`);
    }
    const rejected = UINT32_RANGE % n;
    for (;;) {
      const word = this.uint32();
      // word * n as high and low words: both halves of the product stay below 2^53.
      const lowProduct = (word & 0xffff) * n;
      const sum = (word >>> 16) * n + Math.floor(lowProduct / 0x10000);
      const low = (sum % 0x10000) * 0x10000 + (lowProduct % 0x10000);
      if (low >= rejected) return Math.floor(sum / 0x10000);
    }
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** One element, each equally likely; a RangeError if there is none. */
  choice<T>(items: readonly T[]): T {
    // int() has thrown for an empty list, so the element is there.
    return items[this.int(items.length)] as T;
  }

  /** Fisher and Yates, in place; returns the same array. */
  shuffle<A extends Writable<T>, T = A[number]>(array: A): A {
    for (let i = array.length - 1; i > 0; i--) {
      const j = this.int(i + 1);
      const kept = array[i] as T;
      array[i] = array[j] as T;
      array[j] = kept;
    }
    return array;
  }

  /** The numbers 0 .. n - 1 in random order. */
  permutation(n: number): Int32Array {
    const order = new Int32Array(n);
    for (let i = 0; i < n; i++) order[i] = i;
    return this.shuffle(order);
  }

  /** Uniform in [0, 1) with 24 random bits each (all a float32 holds). */
  fillUniform(array: Float32Array): Float32Array {
    for (let i = 0; i < array.length; i++) array[i] = (this.uint32() >>> 8) / 0x100_0000;
    return array;
  }

  /** Normal with the given mean and standard deviation. */
  fillNormal(array: Float32Array, mean = 0, deviation = 1): Float32Array {
    for (let i = 0; i < array.length; i++) array[i] = mean + deviation * this.normal();
    return array;
  }

  /** Whole numbers in [0, n); n <= 2^31. */
  fillInt(array: Int32Array, n: number): Int32Array {
    for (let i = 0; i < array.length; i++) array[i] = this.int(n);
    return array;
  }

  /** Logarithm of a Gamma(alpha, 1) variate: finite even where the variate itself would underflow to 0. */
  logGamma(alpha: number): number {
    if (!(alpha > 0) || !Number.isFinite(alpha)) {
      throw new RangeError(`The gamma distribution needs a shape above 0, not ${alpha}.`);
    }
    if (alpha < 1) return this.logGamma(alpha + 1) + Math.log(1 - this.uniform()) / alpha;
    // Marsaglia and Tsang 2000, "A simple method for generating gamma variables".
    const d = alpha - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const logU = Math.log(1 - this.uniform());
      if (logU < 0.5 * x * x + d - d * v + d * Math.log(v)) return Math.log(d * v);
    }
  }

  /** Gamma with shape alpha > 0 and scale 1. */
  gamma(alpha: number): number {
    return Math.exp(this.logGamma(alpha));
  }

  /** A point of the symmetric Dirichlet distribution: n shares >= 0 that sum to 1. */
  dirichlet(alpha: number, n: number): Float64Array {
    const logs = Float64Array.from({ length: n }, () => this.logGamma(alpha));
    const largest = logs.reduce((a, b) => Math.max(a, b), -Infinity);
    const shares = logs.map((log) => Math.exp(log - largest));
    const sum = shares.reduce((a, b) => a + b, 0);
    return shares.map((share) => share / sum);
  }
}

/**
 * The stream of random numbers for (seed, purpose, keys...), for example
 * `randomStream(seed, 'dropout', fishId, step)`. Equal arguments give equal numbers, everywhere.
 */
export function randomStream(seed: number, purpose: string, ...keys: (number | string)[]): RandomStream {
  return new RandomStream(seed, purpose, keys);
}
