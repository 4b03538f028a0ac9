import type { RunSettings } from '#engine/document/schema.ts';

/** Settings of a run that goes on while somebody looks: measured and evaluated every round of one small step. */
export const ENDLESS_RUN = {
  rounds: 1_000_000,
  local: { unit: 'steps', amount: 1 },
  batchSize: 4,
  checkpointEvery: 100_000,
} as const satisfies Partial<RunSettings>;
