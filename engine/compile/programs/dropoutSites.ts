import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import { DROPOUT_ROWS, dropout, dropoutPool } from '#engine/tensor/dropout.ts';
import type { SchoolPlan } from '../plan.ts';

/** Numbers in a mask pool, at most (2 MiB): wide fish have fewer rows. */
const POOL_SIZE = 2 ** 19;

/** Rows of a school's mask pool; a power of two. */
export function poolRows(school: SchoolPlan): number {
  return Math.min(DROPOUT_ROWS, 2 ** Math.floor(Math.log2(POOL_SIZE / school.shape.width)));
}

/** Places that drop: the embedding, and the two branches of each block. */
export function dropoutSites(school: SchoolPlan): number {
  return school.training.dropout === 0 ? 0 : 1 + 2 * school.shape.layers;
}

/**
 * Dropout for one school: each call is the next site. The masks are a constant of the program, shared by all fish; which
 * rows of it a fish uses at a step is an input.
 *
 * @param offsets i32 [N, sites].
 */
export function schoolDropout(
  g: Graph,
  school: SchoolPlan,
  seed: number,
  offsets: Tensor,
): (x: Tensor) => Tensor {
  const rows = poolRows(school);
  const { width } = school.shape;
  const pool = g.constant(dropoutPool(seed, school.training.dropout, rows, width), [rows, width]);
  let next = 0;
  return (x) => dropout(g, x, { pool, offsets, site: next++ });
}
