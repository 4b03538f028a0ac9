import { z } from 'zod';
import { OUTER_ALGORITHMS } from '../../swarm/federated/outerStep.ts';
import { ROBUST_METHODS } from '../../swarm/federated/robust.ts';

/** Every parameter of a federated server. */
export const federatedSchema = z.strictObject({
  exchange: z.enum(['weights', 'predictions']).default('weights'),
  publicTexts: z.int().min(1).max(100_000).default(256),
  digest: z.int().min(1).max(10_000).default(10),
  publicPasses: z.int().min(0).max(100).default(0),
  consensus: z.enum(['scores', 'probabilities']).default('scores'),
  temperature: z.number().min(0.1).max(100).default(1),
  algorithm: z.enum(OUTER_ALGORITHMS).default('fedavg'),
  serverRate: z.number().min(0).max(100).nullable().default(null),
  momentum: z.number().min(0).max(0.9999).default(0.9),
  beta1: z.number().min(0).max(0.9999).default(0.9),
  beta2: z.number().min(0).max(0.99999).default(0.99),
  tau: z.number().min(1e-9).max(10).default(0.001),
  every: z.int().min(1).max(100_000).default(1),
  fraction: z.number().min(0.001).max(1).default(1),
  weigh: z.enum(['examples', 'equal']).default('examples'),
  proximal: z.number().min(0).max(100).default(0),
  compression: z.enum(['none', '8bit', 'topk']).default('none'),
  robust: z.enum(ROBUST_METHODS).default('none'),
  faulty: z.int().min(0).max(127).default(1),
  clip: z.number().min(0).max(10_000).default(0),
  noise: z.number().min(0).max(1000).default(0),
  delta: z.number().min(1e-12).max(0.5).default(0.00001),
  budget: z.number().min(0).max(1000).default(0),
  secure: z.boolean().default(false),
});
export type FederatedParams = z.output<typeof federatedSchema>;
