import { z } from 'zod';

export const faultSchema = z.strictObject({
  kind: z.enum(['crash', 'straggler', 'message-loss', 'noise', 'sign-flip', 'label-flip']).default('crash'),
  fish: z
    .string()
    .max(200)
    .regex(/^(all|[1-9]\d{0,2}( *, *[1-9]\d{0,2})*)$/, '"all", or numbers of fish such as 4 or 1, 3')
    .default('all'),
  when: z.enum(['round', 'random']).default('round'),
  round: z.int().min(1).max(1_000_000).default(10),
  returnRound: z.int().min(0).max(1_000_000).default(0),
  rate: z.number().min(0).max(1).default(0.05),
  lasts: z.int().min(0).max(1_000_000).default(3),
  pace: z.int().min(2).max(1000).default(4),
  lost: z.number().min(0).max(1).default(0.5),
  amount: z.number().min(0.001).max(100).default(1),
});
export type FaultParams = z.output<typeof faultSchema>;
