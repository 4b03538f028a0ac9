import type { Tensor } from '#engine/tensor/builder.ts';

/** The text that all fish (and gates) read. */
export interface SharedText {
  /** i32 [B, T] */
  readonly tokens: Tensor;
  /** i32 [B] */
  readonly lengths: Tensor;
  /** Whether each position is answered on its own, from the tokens up to it: then the rows of answers are B T. */
  readonly everyPosition: boolean;
}
