import { z } from 'zod';
import { runCommandSchema } from '../commands.ts';
import { fishInfoSchema, fishStateSchema, runStateSchema } from '../events.ts';
import { documentText, empty, runId, runIds } from './values.ts';

export const runSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  state: runStateSchema,
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  rounds: z.number(),
  round: z.number(),
  seed: z.number(),
  executor: z.string(),
  engineVersion: z.string(),
  fish: z.number(),
  task: z.string(),
  metrics: z.record(z.string(), z.number()),
  runDir: z.string(),
  error: z.string().nullable(),
  /** The person's own words, in the order they were given. */
  tags: z.array(z.string()),
  note: z.string(),
});
export type RunSummary = z.output<typeof runSummarySchema>;

/** A run as a list shows it. */
export const runListingSchema = runSummarySchema.extend({
  /** What its folder takes on disk, as of its last change of state. */
  bytes: z.number(),
  /** Accuracy of the swarm over the run (of a language model: perplexity), in a few points for a small drawing. */
  spark: z.array(z.number()),
});
export type RunListing = z.output<typeof runListingSchema>;

const RUN_SORTS = [
  'created',
  'name',
  'state',
  'round',
  'seed',
  'fish',
  'accuracy',
  'loss',
  'executor',
  'version',
  'bytes',
] as const;

export type RunSort = (typeof RUN_SORTS)[number];

/** Which runs, in which order. */
export const runQuerySchema = z.strictObject({
  /** Words that all must stand in the name, the tags, the note or the id. */
  search: z.string().max(500).default(''),
  /** Of these states only; none: of any. */
  states: z.array(runStateSchema).default([]),
  /** Of the swarm of this name only. */
  name: z.string().nullable().default(null),
  tag: z.string().nullable().default(null),
  sort: z.enum(RUN_SORTS).default('created'),
  down: z.boolean().default(true),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(1000).default(100),
});
export type RunQuery = z.output<typeof runQuerySchema>;

const runPageSchema = z.object({
  runs: z.array(runListingSchema),
  /** How many the query found. */
  found: z.number(),
  /** How many runs there are, and what they take on disk together. */
  all: z.number(),
  bytes: z.number(),
  /** Names of swarms and tags in use, for the filters. */
  names: z.array(z.string()),
  tags: z.array(z.string()),
});
export type RunPage = z.output<typeof runPageSchema>;

const tag = z.string().trim().min(1).max(40);

/** What a person writes to a run. */
export const runLabelsSchema = z.strictObject({
  add: z.array(tag).max(40).default([]),
  remove: z.array(z.string().max(40)).max(40).default([]),
  /** Replaces the note. */
  note: z.string().max(20_000).optional(),
});
export type RunLabels = z.output<typeof runLabelsSchema>;

const runDetailSchema = runSummarySchema.extend({
  document: z.string(),
  fishInfo: z.array(fishInfoSchema.extend({ state: fishStateSchema })),
  labels: z.array(z.string()),
  lastEvent: z.number(),
});
export type RunDetail = z.output<typeof runDetailSchema>;

/** Runs: begun, commanded, listed, watched. */
export const runsApi = {
  'runs.start': {
    params: z.strictObject({ document: documentText, seed: z.number().optional() }),
    result: z.object({ runId: z.string() }),
  },
  'runs.resume': { params: z.strictObject({ runId }), result: empty },
  'runs.command': { params: z.strictObject({ runId, command: runCommandSchema }), result: empty },
  'runs.list': { params: empty, result: z.array(runListingSchema) },
  'runs.query': { params: runQuerySchema, result: runPageSchema },
  /** Adds and removes tags of runs, or replaces their note. */
  'runs.label': { params: z.strictObject({ runIds, labels: runLabelsSchema }), result: empty },
  'runs.get': { params: z.strictObject({ runId }), result: runDetailSchema },
  'runs.delete': { params: z.strictObject({ runId }), result: empty },
  /**
   * Events after `after` arrive as `events` messages until unsubscribed; ids have no gaps. `epoch`: that of the last
   * batch seen, so that events written anew since then are sent again. Subscribing anew moves the place. Metrics and
   * audits up to `figuresAfter` are left out: the viewer has the series.
   */
  'runs.subscribe': {
    params: z.strictObject({
      runId,
      after: z.int().min(0),
      epoch: z.int().min(0).optional(),
      figuresAfter: z.int().min(0).optional(),
    }),
    result: empty,
  },
  'runs.unsubscribe': { params: z.strictObject({ runId }), result: empty },
} as const;
