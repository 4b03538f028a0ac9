import { z } from 'zod';

/** What a federated server remembers besides vectors. */
export const memorySchema = z.object({
  /** Clients asked in this period, by id; alive when it began. */
  asked: z.array(z.string()),
  /** Clients that were not there when the model was sent, and get it when they are. */
  behind: z.array(z.string()),
  /** Generation of each client when it last took the model; a fresh fish in its place must take it first. */
  generations: z.record(z.string(), z.number()),
  /** Times the server has acted: steps of the accountant. */
  steps: z.number(),
  warned: z.boolean(),
  letters: z.unknown(),
});
export type Memory = Omit<z.output<typeof memorySchema>, 'letters'>;

export const nothingYet = (): Memory => ({ asked: [], behind: [], generations: {}, steps: 0, warned: false });
