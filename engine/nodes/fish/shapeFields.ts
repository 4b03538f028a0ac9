import type { FishParams } from './schema.ts';

/** What decides the parameters of a fish, and what they mean: fish whose weights are mixed agree on all of it. */
export const SHAPE_FIELDS = [
  'layers',
  'width',
  'heads',
  'feedForward',
  'context',
  'activation',
  'positional',
  'pooling',
  'exits',
] as const satisfies readonly (keyof FishParams)[];
