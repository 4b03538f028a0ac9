import { z } from 'zod';
import { nodeId } from '../document/schema.ts';
import { runCommandSchema } from './commands.ts';
import { confusionSchema, costSchema, fishInfoSchema, fishStateSchema, runStateSchema } from './events.ts';

const runId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/);
const empty = z.strictObject({});
const runIds = z.array(runId).min(1).max(5000);

/** A document as text, so that the engine parses, migrates and validates it itself. */
const documentText = z.string().max(64 * 1024 * 1024);

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

export const RUN_SORTS = [
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

export const runPageSchema = z.object({
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

export const runDetailSchema = runSummarySchema.extend({
  document: z.string(),
  fishInfo: z.array(fishInfoSchema.extend({ state: fishStateSchema })),
  labels: z.array(z.string()),
  lastEvent: z.number(),
});
export type RunDetail = z.output<typeof runDetailSchema>;

/** A series in buckets: enough to draw it faithfully at any zoom. Arrays run in parallel. */
export const seriesSchema = z.object({
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
export const runHistorySchema = z.object({
  /** Number of the last event whose measurements are in it. */
  lastEvent: z.number(),
  epoch: z.number(),
  series: z.array(seriesSchema),
});
export type RunHistory = z.output<typeof runHistorySchema>;

export const predictionSchema = z.object({
  text: z.string(),
  label: z.string(),
  confidence: z.number(),
  scores: z.record(z.string(), z.number()),
  fish: z.array(
    z.object({
      id: z.string(),
      nodeId: z.string(),
      label: z.string(),
      confidence: z.number(),
      alive: z.boolean(),
      /** Whose answers it read beside the text, and how strongly; empty: nobody's. */
      reads: z.array(z.object({ source: z.string(), weight: z.number() })),
    }),
  ),
  /** The way the answer took: each aggregator in order with what it decided and from which weights. */
  path: z.array(
    z.object({
      nodeId: z.string(),
      label: z.string(),
      confidence: z.number(),
      weights: z.array(z.object({ source: z.string(), weight: z.number() })),
    }),
  ),
  /** Language modelling: the continuation, and its tokens with the probability the swarm gave each. */
  continuation: z.string().optional(),
  tokens: z.array(z.object({ text: z.string(), probability: z.number() })).optional(),
});
export type Prediction = z.output<typeof predictionSchema>;

export const confusedSchema = z.object({
  round: z.number(),
  /** In the cell, of those that were kept: the first thousand of validation. */
  total: z.number(),
  kept: z.number(),
  /** The first of them, long ones cut. */
  texts: z.array(z.string()),
});
export type CellTexts = z.output<typeof confusedSchema>;

export const histogramSchema = z.object({
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

export const weightsSchema = z.object({
  /** Of the weights; 0: before the first round. */
  round: z.number(),
  isLive: z.boolean(),
  tensors: z.array(z.object({ name: z.string(), size: z.number(), norm: z.number() })),
  weights: histogramSchema,
  /** Their change since the checkpoint of round `since`; null where there is none of these weights. */
  update: z.object({ since: z.number(), histogram: histogramSchema }).nullable(),
});
export type FishWeights = z.output<typeof weightsSchema>;
/** Language modelling: how many tokens to write, how boldly, and the seed of the draws. */
const writing = {
  tokens: z.int().min(0).max(2000).optional(),
  temperature: z.number().min(0).max(10).optional(),
  seed: z.int().min(0).max(0xffffffff).optional(),
};

/** A validation text; `label` is the truth, empty for language modelling. */
export const exampleSchema = z.object({ text: z.string(), label: z.string() });
export type Example = z.output<typeof exampleSchema>;

export const tablePreviewSchema = z.object({
  format: z.object({
    kind: z.string(),
    encoding: z.string(),
    delimiter: z.string().nullable(),
    header: z.boolean(),
  }),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  totalRows: z.number(),
  guess: z.object({ text: z.string().nullable(), label: z.string().nullable() }),
  labels: z.array(z.object({ label: z.string(), count: z.number() })),
  problems: z.array(z.object({ line: z.number(), message: z.string() })),
  problemCount: z.number(),
});

export const draftSchema = z.object({
  id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  /** The file it was opened from or saved to; null while unnamed. */
  fileName: z.string().max(1024).nullable(),
  /** Whether it differs from that file. */
  dirty: z.boolean(),
  /** Position among the tabs. */
  order: z.number(),
  document: documentText,
  /** The run shown with it. */
  runId: z.string().nullable(),
  /** What of its file on disk it goes by; `gone`: the file was missed. Null where there is none to look at. */
  disk: z
    .union([
      z.literal('gone'),
      /** Milliseconds since 1970, and the SHA-256 of the text. */
      z.object({ modified: z.number(), digest: z.string().max(64) }),
    ])
    .nullable()
    .default(null),
});
export type DiskStamp = Draft['disk'];
export type Draft = z.output<typeof draftSchema>;

/** What a person set for every run; a document that names an executor outranks it. */
export const engineSettingsSchema = z.object({
  /** What "automatic" means. */
  executor: z.enum(['auto', 'onnx', 'tfjs']).default('auto'),
  /** Threads inside one operation; null: the fastest number, as measured. */
  threads: z.int().min(1).max(64).nullable().default(null),
});
export type EngineSettings = z.output<typeof engineSettingsSchema>;

/** A template a person saved. One of document and problem is null. */
export const userTemplateSchema = z.object({
  /** Name of its file without the ending. */
  id: z.string(),
  document: documentText.nullable(),
  /** Why its file cannot be used, as a sentence. */
  problem: z.string().nullable(),
});
export type UserTemplate = z.output<typeof userTemplateSchema>;
const templateId = z.string().regex(/^[^./\\][^/\\]{0,120}$/);
/** A part of a swarm that the person keeps for other swarms: a document of its nodes, links, groups and comments. */
export const pieceSchema = z.object({
  id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  name: z.string().min(1).max(120),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  document: documentText,
});
export type Piece = z.output<typeof pieceSchema>;

export const engineInfoSchema = z.object({
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

/** Every request a view may make: its parameters and its result, checked at both ends. */
export const API = {
  'engine.info': { params: empty, result: engineInfoSchema },
  'document.estimate': {
    params: z.strictObject({
      document: documentText,
      /** Counts only the fish of these nodes and what passes between them; absent: the whole swarm. */
      nodes: z.array(nodeId).max(100_000).optional(),
    }),
    result: costSchema,
  },
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
  /** How many runs train at the same time, which do, and which wait, the next one first. */
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
  'queue.get': {
    params: empty,
    result: z.object({ limit: z.number(), running: z.array(z.string()), waiting: z.array(z.string()) }),
  },
  'queue.set': { params: z.strictObject({ limit: z.int().min(1).max(8) }), result: empty },
  /** To another place among those that wait; 0 is the next one. */
  'queue.move': { params: z.strictObject({ runId, to: z.int().min(0) }), result: empty },
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
  'runs.predict': {
    params: z.strictObject({ runId, text: z.string().max(100_000), ...writing }),
    result: predictionSchema,
  },
  /** The same for many texts. */
  'runs.predictMany': {
    params: z.strictObject({ runId, texts: z.array(z.string().max(100_000)).min(1).max(1000), ...writing }),
    result: z.array(predictionSchema),
  },
  /** Some validation rows, which no fish learned from; none of a run of before they were kept. */
  'runs.examples': { params: z.strictObject({ runId }), result: z.array(exampleSchema) },
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
  'data.preview': {
    params: z.strictObject({
      path: z.string().max(4096),
      delimiter: z.string().max(1).nullable(),
      header: z.boolean().nullable(),
      maxRows: z.int().min(1).max(500),
    }),
    result: tablePreviewSchema,
  },
  /** Keeps a file the browser read (base64) in the engine's data folder and says where. */
  'data.upload': {
    params: z.strictObject({ name: z.string().max(255), base64: z.string().max(200 * 1024 * 1024) }),
    result: z.object({ path: z.string() }),
  },
  'templates.list': { params: empty, result: z.array(userTemplateSchema) },
  /** Keeps a document as a template under its own name and description. */
  'templates.save': {
    params: z.strictObject({ document: documentText }),
    result: z.object({ id: z.string() }),
  },
  'templates.rename': {
    params: z.strictObject({ id: templateId, name: z.string().trim().min(1).max(120) }),
    result: z.object({ id: z.string() }),
  },
  'templates.delete': { params: z.strictObject({ id: templateId }), result: empty },
  'drafts.list': { params: empty, result: z.array(draftSchema) },
  'drafts.save': { params: draftSchema, result: empty },
  'drafts.delete': { params: z.strictObject({ id: draftSchema.shape.id }), result: empty },
  'pieces.list': { params: empty, result: z.array(pieceSchema) },
  /** Keeps a piece, in place of the one with its id. */
  'pieces.save': { params: pieceSchema, result: empty },
  'pieces.delete': { params: z.strictObject({ id: pieceSchema.shape.id }), result: empty },
} as const;

export type Method = keyof typeof API;
export type Params<M extends Method> = z.input<(typeof API)[M]['params']>;
/** Parameters as a handler gets them: checked, ids branded. */
export type CheckedParams<M extends Method> = z.output<(typeof API)[M]['params']>;
export type Result<M extends Method> = z.output<(typeof API)[M]['result']>;
