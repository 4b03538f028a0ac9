/** Aggregators of predictions: a controller can decide whom they hear. */
export const STEERED_KINDS = [
  'average',
  'weighted',
  'vote',
  'robust',
  'stacking',
  'gate',
  'cascade',
] as const;
