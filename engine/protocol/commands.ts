import { z } from 'zod';
import type { FishId } from '../core/brand.ts';

export const fishIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}(:[0-9]{1,3})?$/)
  .transform((value) => value as FishId); // the pattern is the brand's whole meaning

/** What a person may do to a running swarm. Each is recorded in the event stream with the round it took effect. */
export const runCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('pause') }),
  z.strictObject({ type: z.literal('resume') }),
  /** Ends after the current step, with a checkpoint. */
  z.strictObject({ type: z.literal('stop') }),
  z.strictObject({ type: z.literal('kill-fish'), fish: fishIdSchema }),
  z.strictObject({ type: z.literal('revive-fish'), fish: fishIdSchema }),
  z.strictObject({
    type: z.literal('set-learning-rate'),
    fish: fishIdSchema,
    value: z.number().min(0).max(10),
  }),
]);
export type RunCommand = z.output<typeof runCommandSchema>;
