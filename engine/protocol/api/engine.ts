import { z } from 'zod';
import { nodeId } from '../../document/schema.ts';
import { costSchema } from '../events.ts';
import { documentText, empty, runId } from './values.ts';

/** What a person set for every run; a document that names an executor outranks it. */
export const engineSettingsSchema = z.object({
  /** What "automatic" means. */
  executor: z.enum(['auto', 'onnx', 'tfjs']).default('auto'),
  /** Threads inside one operation; null: the fastest number, as measured. */
  threads: z.int().min(1).max(64).nullable().default(null),
});
export type EngineSettings = z.output<typeof engineSettingsSchema>;

const engineInfoSchema = z.object({
  version: z.string(),
  protocol: z.number(),
  platform: z.string(),
  runRoot: z.string(),
  executors: z.array(
    z.object({
      name: z.string(),
      description: z.string(),
      available: z.boolean(),
      reason: z.string().optional(),
    }),
  ),
});
export type EngineInfo = z.output<typeof engineInfoSchema>;

/** The engine itself: what it can, what it is told, what waits. */
export const engineApi = {
  'engine.info': { params: empty, result: engineInfoSchema },
  'document.estimate': {
    params: z.strictObject({
      document: documentText,
      /** Counts only the fish of these nodes and what passes between them; absent: the whole swarm. */
      nodes: z.array(nodeId).max(100_000).optional(),
    }),
    result: costSchema,
  },
  'settings.get': {
    params: empty,
    result: z.object({
      settings: engineSettingsSchema,
      /** Where what belongs to this user lies. */
      folders: z.object({
        home: z.string(),
        runs: z.string(),
        data: z.string(),
        templates: z.string(),
        drafts: z.string(),
        /** Whether they cannot be chosen here, because SHUURAI_HOME says where. */
        fixed: z.boolean(),
      }),
    }),
  },
  /** For runs that start from now on. */
  'settings.set': {
    params: z.strictObject({ settings: z.strictObject(engineSettingsSchema.shape) }),
    result: empty,
  },
  /**
   * Another folder for all of it, from now on and after the next start. `existing`: what is there moves along, but for the
   * data that documents name by their path; or all of it stays, and only open tabs and settings go along. Refused while runs
   * go or wait.
   */
  'folders.set': {
    params: z.strictObject({ home: z.string().max(4096), existing: z.enum(['move', 'keep']) }),
    result: empty,
  },
  /** How many runs train at the same time, which do, and which wait, the next one first. */
  'queue.get': {
    params: empty,
    result: z.object({ limit: z.number(), running: z.array(z.string()), waiting: z.array(z.string()) }),
  },
  'queue.set': { params: z.strictObject({ limit: z.int().min(1).max(8) }), result: empty },
  /** To another place among those that wait; 0 is the next one. */
  'queue.move': { params: z.strictObject({ runId, to: z.int().min(0) }), result: empty },
} as const;
