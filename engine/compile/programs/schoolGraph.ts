import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import type { DataShape } from '../compiled.ts';
import type { SchoolPlan } from '../plan.ts';

/**
 * One school within a program. Sizes in shape comments: N fish, B rows, T tokens a row, D width, H heads, d = D / H,
 * F feed-forward width, V vocabulary, C outputs (classes, or V).
 */
export interface SchoolGraph {
  readonly g: Graph;
  readonly school: SchoolPlan;
  readonly data: DataShape;
  /** N. */
  readonly fish: number;
  /** B. */
  readonly rows: number;
  /** T. */
  readonly length: number;
  /** [N, ...] */
  parameter(name: string): Tensor;
  /** Rows of the embedding table for tokens [N, B * T]: [N, B * T, D]. */
  embed(tokens: Tensor): Tensor;
  /** Dropout while training, else the identity. x: [N, ...] */
  drop(x: Tensor): Tensor;
}

/** What the fish of a school read. */
export interface SchoolText {
  /** i32 [N, B, T] */
  readonly tokens: Tensor;
  /** i32 [N, B], each from 1 to T. */
  readonly lengths: Tensor;
}
