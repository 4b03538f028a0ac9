import { z } from 'zod';
import { confusionSchema } from '../events.ts';
import { runId } from './values.ts';

/** A series in buckets: enough to draw it faithfully at any zoom. Arrays run in parallel. */
const seriesSchema = z.object({
  name: z.string(),
  /** Points a bucket stands for, but for those at the ends; 1: these are the points themselves. */
  size: z.number(),
  /** Points of the whole series. */
  total: z.number(),
  round: z.array(z.number()),
  step: z.array(z.number()),
  /** Milliseconds of the run's clock. */
  time: z.array(z.number()),
  last: z.array(z.number()),
  min: z.array(z.number()),
  max: z.array(z.number()),
});
export type Series = z.output<typeof seriesSchema>;

/** All a run measured so far, in buckets. */
const runHistorySchema = z.object({
  /** Number of the last event whose measurements are in it. */
  lastEvent: z.number(),
  epoch: z.number(),
  series: z.array(seriesSchema),
});
export type RunHistory = z.output<typeof runHistorySchema>;

const confusedSchema = z.object({
  round: z.number(),
  /** In the cell, of those that were kept: the first thousand of validation. */
  total: z.number(),
  kept: z.number(),
  /** The first of them, long ones cut. */
  texts: z.array(z.string()),
});
export type CellTexts = z.output<typeof confusedSchema>;

const histogramSchema = z.object({
  /** Edges of the first and the last bin, which are equally wide. */
  from: z.number(),
  to: z.number(),
  counts: z.array(z.number()),
  count: z.number(),
  mean: z.number(),
  deviation: z.number(),
  /** Euclidean length of all the numbers as a vector. */
  norm: z.number(),
  zeros: z.number(),
  /** Numbers that are not finite; they are in no bin. */
  broken: z.number(),
});
export type Histogram = z.output<typeof histogramSchema>;

const weightsSchema = z.object({
  /** Of the weights; 0: before the first round. */
  round: z.number(),
  isLive: z.boolean(),
  tensors: z.array(z.object({ name: z.string(), size: z.number(), norm: z.number() })),
  weights: histogramSchema,
  /** Their change since the checkpoint of round `since`; null where there is none of these weights. */
  update: z.object({ since: z.number(), histogram: histogramSchema }).nullable(),
});
export type FishWeights = z.output<typeof weightsSchema>;

/** What was measured in a run. */
export const measuredApi = {
  'runs.series': {
    params: z.strictObject({
      runId,
      /** Series names; `*` ends a prefix: `fish/*`. */
      names: z.array(z.string().max(200)).max(2000),
      maxPoints: z.int().min(2).max(100_000),
      /** What `from` and `to` are given in; rounds by default. Milliseconds of the run's clock where it is time. */
      axis: z.enum(['round', 'step', 'time']).optional(),
      from: z.number().optional(),
      to: z.number().optional(),
    }),
    result: z.array(seriesSchema),
  },
  /** Every series in at most some `buckets` buckets together; subscribe with its `lastEvent` as `figuresAfter`. */
  'runs.history': {
    params: z.strictObject({ runId, buckets: z.int().min(1).max(200_000) }),
    result: runHistorySchema,
  },
  'runs.confusion': {
    params: z.strictObject({ runId, /** A fish id, or null for the swarm. */ fish: z.string().nullable() }),
    result: confusionSchema,
  },
  /** Validation texts of one cell of a confusion matrix, of the evaluation it was counted at. */
  'runs.confused': {
    params: z.strictObject({
      runId,
      /** A fish id, or null for the swarm. */
      fish: z.string().nullable(),
      /** Classes, by their place among the labels. */
      truth: z.int().min(0),
      answer: z.int().min(0),
      limit: z.int().min(1).max(100),
    }),
    result: confusedSchema,
  },
  /** How the weights of a fish are distributed, now or as of the newest checkpoint, and their change since the one before. */
  'runs.weights': {
    params: z.strictObject({
      runId,
      fish: z.string(),
      /** One of its tensors; null: all its weights. */
      tensor: z.string().max(500).nullable(),
      bins: z.int().min(2).max(400),
    }),
    result: weightsSchema,
  },
} as const;
