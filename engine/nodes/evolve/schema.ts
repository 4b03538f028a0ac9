import { z } from 'zod';

/** Every parameter of an evolution; ../../compile/mechanisms/evolve.ts has those of the chosen method alone. */
export const evolveSchema = z.strictObject({
  method: z.enum(['pbt', 'genetic', 'swarm', 'merge']).default('pbt'),
  fitness: z.enum(['loss', 'accuracy']).default('loss'),
  first: z.int().min(1).max(1_000_000).default(3),
  every: z.int().min(1).max(100_000).default(1),
  generations: z.int().min(0).max(100_000).default(0),
  learn: z.boolean().default(true),
  start: z.enum(['shared', 'own']).default('shared'),
  together: z.int().min(0).max(100_000).default(0),
  finish: z.enum(['each', 'best']).default('each'),
  replaceDead: z.boolean().default(false),
  fraction: z.number().min(0.05).max(0.5).default(0.2),
  perturb: z.number().min(0).max(0.9).default(0.2),
  selection: z.enum(['tournament', 'truncation']).default('tournament'),
  tournament: z.int().min(1).max(64).default(3),
  truncation: z.number().min(0.05).max(1).default(0.5),
  crossover: z.enum(['blend', 'uniform', 'none']).default('blend'),
  mutation: z.number().min(0).max(1).default(0.005),
  elites: z.int().min(0).max(63).default(1),
  inertia: z.number().min(0).max(10).default(0.2),
  cognitive: z.number().min(0).max(10).default(0.3),
  social: z.number().min(0).max(10).default(0.4),
  repel: z.number().min(0).max(10).default(0.05),
  step: z.number().min(0.001).max(10).default(0.5),
  decay: z.number().min(0.1).max(1).default(0.95),
  shortest: z.number().min(0).max(10).default(0.1),
  restart: z.int().min(0).max(1000).default(5),
  mergeBy: z.enum(['mean', 'fish', 'layer']).default('fish'),
  deviation: z.number().min(0.001).max(2).default(0.2),
});
export type EvolveParams = z.output<typeof evolveSchema>;
