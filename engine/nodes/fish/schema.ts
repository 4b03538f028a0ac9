import { z } from 'zod';

/** Every parameter of a fish; ../../compile/plan.ts splits them into shape and training. */
export const fishSchema = z.strictObject({
  count: z.int().min(1).max(64).default(1),
  layers: z.int().min(1).max(24).default(2),
  width: z.int().min(4).max(1024).default(64),
  heads: z.int().min(1).max(64).default(4),
  feedForward: z.int().min(4).max(8192).default(256),
  context: z.int().min(2).max(1024).default(32),
  dropout: z.number().min(0).max(0.9).default(0.1),
  activation: z.enum(['gelu', 'relu']).default('gelu'),
  positional: z.enum(['learned', 'rotary']).default('learned'),
  pooling: z.enum(['mean', 'cls', 'attention']).default('mean'),
  exits: z.boolean().default(false),
  optimizer: z.enum(['adamw', 'sgd']).default('adamw'),
  learningRate: z.number().min(1e-7).max(10).default(0.001),
  schedule: z.enum(['constant', 'linear', 'cosine']).default('cosine'),
  warmup: z.number().min(0).max(1).default(0.1),
  weightDecay: z.number().min(0).max(1).default(0.01),
  beta1: z.number().min(0).max(0.9999).default(0.9),
  beta2: z.number().min(0).max(0.99999).default(0.999),
  momentum: z.number().min(0).max(0.9999).default(0.9),
  alignment: z.number().min(0).max(10).default(0),
  cohesion: z.number().min(0).max(10).default(0),
  separation: z.number().min(0).max(10).default(0),
  zones: z.boolean().default(false),
  repulsion: z.number().min(0).max(1).default(0.15),
  orientation: z.number().min(0).max(1).default(0.5),
  attraction: z.number().min(0).max(1).default(1),
  clipNorm: z.number().min(0).max(1000).default(1),
});
export type FishParams = z.output<typeof fishSchema>;
