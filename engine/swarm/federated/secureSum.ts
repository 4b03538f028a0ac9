import type { RandomStream } from '#engine/core/random.ts';

/** Whole numbers modulo 2^32 stand for numbers in [-bound, bound], each `1 / scale` apart. */
export interface FixedPoint {
  readonly scale: number;
  readonly bound: number;
}

/** The finest fixed point in which `clients` numbers of at most `bound` add up without overflow. */
export function fixedPoint(bound: number, clients: number): FixedPoint {
  return { bound, scale: Math.floor((2 ** 31 - 1) / (bound * Math.max(1, clients))) };
}

/** [P] as whole numbers modulo 2^32; what is out of bounds is cut to them. */
export function encode(values: Float32Array, { scale, bound }: FixedPoint): Uint32Array {
  const words = new Uint32Array(values.length);
  for (let c = 0; c < values.length; c++) {
    const value = Math.max(-bound, Math.min(bound, values[c]!));
    words[c] = Math.round(value * scale) >>> 0;
  }
  return words;
}

export function decode(words: Uint32Array, { scale }: FixedPoint): Float32Array {
  return Float32Array.from(words, (word) => (word | 0) / scale);
}

/** The stream that the clients of a pair share, and no one else. Must not depend on the order of the two. */
export type PairStream = (one: string, other: string) => RandomStream;

/** Adds (or with `sign` -1 takes away) the mask of a pair, modulo 2^32, in place. */
function applyMask(words: Uint32Array, stream: RandomStream, sign: 1 | -1): void {
  for (let c = 0; c < words.length; c++) {
    const word = stream.uint32();
    words[c] = sign === 1 ? words[c]! + word : words[c]! - word;
  }
}

const signOf = (one: string, other: string): 1 | -1 => (one < other ? 1 : -1);

/**
 * What a client sends: its words plus, for each other client of the round, the mask they share; the first of a pair adds
 * it, the second takes it away, so that all masks vanish from the sum (Bonawitz et al. 2016, arXiv 1611.04482, section 4).
 * To whoever does not know the masks each word is uniformly random.
 */
export function masked(
  client: string,
  words: Uint32Array,
  clients: readonly string[],
  pair: PairStream,
): Uint32Array {
  const sent = Uint32Array.from(words);
  for (const other of clients) {
    if (other !== client) applyMask(sent, pair(client, other), signOf(client, other));
  }
  return sent;
}

/**
 * The exact sum modulo 2^32 of the words of those whose message came. The masks they share with clients that dropped out
 * are taken away; in the protocol the survivors reveal the seeds of these masks from their secret shares, here they follow
 * from the run's seed.
 */
export function unmaskedSum(
  messages: ReadonlyMap<string, Uint32Array>,
  clients: readonly string[],
  pair: PairStream,
): Uint32Array {
  const [first] = messages.values();
  const sum = new Uint32Array(first?.length ?? 0);
  for (const message of messages.values()) for (let c = 0; c < sum.length; c++) sum[c]! += message[c]!;
  const dropped = clients.filter((client) => !messages.has(client));
  for (const survivor of messages.keys()) {
    for (const gone of dropped) applyMask(sum, pair(survivor, gone), signOf(survivor, gone) === 1 ? -1 : 1);
  }
  return sum;
}
