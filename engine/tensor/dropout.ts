import { ShuuraiError } from '../core/errors.ts';
import { randomStream } from '../core/random.ts';
import type { Graph, Tensor } from './builder.ts';

/** Rows of a mask pool: enough that a fish does not meet the same mask twice in a batch of usual size. */
export const DROPOUT_ROWS = 8192;

/**
 * Masks for dropout (Srivastava et al. 2014, JMLR 15): [rows, width], each element 0 with probability `rate`, else
 * 1 / (1 - rate), so that the expectation is kept. It is bound once, as a `state` input; what changes from step to step is
 * which row each token gets (see `dropout`), which is repeatable, resumable and needs no random operator.
 */
export function dropoutPool(seed: number, rate: number, rows: number, width: number): Float32Array {
  if (!(rate >= 0 && rate < 1)) {
    throw new ShuuraiError('internal', `A dropout rate lies from 0 to below 1; it is ${rate}.`);
  }
  const pool = randomStream(seed, 'dropout pool', rows, width).fillUniform(new Float32Array(rows * width));
  const scale = 1 / (1 - rate);
  for (let i = 0; i < pool.length; i++) pool[i] = (pool[i] ?? 0) < rate ? 0 : scale;
  return pool;
}

/**
 * Where in the pool a fish starts at a step, for each place that drops: `sites` row numbers below `rows`, from a stream
 * of (seed, fish, step) alone, so that no fish's masks depend on the others.
 */
export function dropoutOffsets(
  seed: number,
  fish: string,
  step: number,
  options: { readonly sites: number; readonly rows: number },
): Int32Array {
  return randomStream(seed, 'dropout', fish, step).fillInt(new Int32Array(options.sites), options.rows);
}

export interface DropoutSite {
  /** f32 [R, D], from `dropoutPool`; R a power of two. */
  readonly pool: Tensor;
  /** i32 [N, sites], from `dropoutOffsets`. */
  readonly offsets: Tensor;
  /** Which of the sites this is. */
  readonly site: number;
}

/**
 * x times a mask: token t (counted over the middle axes) gets the pool's row (offset + t * stride) mod R. The stride is
 * odd, so all R rows come before one repeats, and differs from site to site, so that two sites whose offsets happen to
 * be near do not drop in step.
 *
 * @param x [N, ..., D].
 */
export function dropout(g: Graph, x: Tensor, { pool, offsets, site }: DropoutSite): Tensor {
  const [rows = 1, width = 1] = pool.shape;
  if (!Number.isInteger(Math.log2(rows)) || x.shape.length < 2 || x.shape.at(-1) !== width) {
    throw new ShuuraiError(
      'internal',
      `Dropout of [${x.shape.join(', ')}] needs a pool whose rows are a power of two and as wide as x, not [${pool.shape.join(', ')}].`,
    );
  }
  const fish = x.shape[0] ?? 1;
  const tokens = x.shape.slice(1, -1).reduce((product, size) => product * size, 1);
  const stride = oddStride(site, rows);
  // Taken modulo R here, so that no product can overflow i32 in the program.
  const walk = Int32Array.from({ length: tokens }, (_, t) => (t * stride) % rows);
  const start = g.sliceAxis(offsets, 1, site, site + 1); // [N, 1]
  const numbers = g.mod(g.add(start, g.constant(walk, [tokens])), rows); // [N, tokens]
  const mask = g.gather(pool, numbers); // [N, tokens, D]
  return g.mul(x, g.reshape(mask, [fish, ...x.shape.slice(1)]));
}

/** An odd number below `rows`, spread by Knuth's multiplicative hash (The Art of Computer Programming 3, 6.4). */
function oddStride(site: number, rows: number): number {
  return ((Math.imul(site + 1, 0x9e3779b1) >>> 0) % rows) | 1;
}
