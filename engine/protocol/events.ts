import { z } from 'zod';
import { runCommandSchema } from './commands.ts';

/** Life of a run. `interrupted`: its process ended without saying so; it can be resumed. */
const RUN_STATES = [
  'queued',
  'preparing',
  'running',
  'pausing',
  'paused',
  'stopping',
  'stopped',
  'finished',
  'failed',
  'interrupted',
] as const;
export const runStateSchema = z.enum(RUN_STATES);
export type RunState = z.output<typeof runStateSchema>;

const FISH_STATES = ['waiting', 'running', 'dead', 'failed', 'removed'] as const;
export const fishStateSchema = z.enum(FISH_STATES);
export type FishState = z.output<typeof fishStateSchema>;

/** What ails a fish that lives: its learning stopped by a command, noise added to its weights, a lasting corruption, steps left out. */
const fishTroubleSchema = z.enum(['frozen', 'noise', 'sign-flip', 'label-flip', 'slow']);
export type FishTrouble = z.output<typeof fishTroubleSchema>;

export const fishInfoSchema = z.object({
  id: z.string(),
  nodeId: z.string(),
  name: z.string(),
  school: z.string(),
  parameters: z.number(),
  /** Examples in its share. */
  examples: z.number(),
});
export type FishInfo = z.output<typeof fishInfoSchema>;

export const costSchema = z.object({
  fish: z.number(),
  parameters: z.number(),
  /** One local step of every fish. */
  flopsPerStep: z.number(),
  stepsPerRound: z.number(),
  /** From the start-up measurement of this machine; null before it was made. */
  secondsPerRound: z.number().nullable(),
  memoryBytes: z.number(),
  messageBytesPerRound: z.number(),
  schools: z.number(),
  programs: z.number(),
});
export type Cost = z.output<typeof costSchema>;

/** What became of a place of a population in one generation. */
export const lineageEntrySchema = z.object({
  fish: z.string(),
  /** The fish its new weights come from, as they were before this generation; itself where it was kept. */
  parents: z.array(z.string()),
  how: z.enum(['kept', 'dead', 'copied', 'crossed', 'mutated', 'moved', 'settled', 'merged']),
  /** Of its weights before this generation; more is better. null: dead, or not a number. */
  fitness: z.number().nullable(),
});
export type LineageEntry = z.output<typeof lineageEntrySchema>;

export const confusionSchema = z.object({
  labels: z.array(z.string()),
  /** [truth][answer] */ counts: z.array(z.array(z.number())),
});

/** What one round (or one step) measured; keys are series names, see ./series.ts. */
const metricsEventSchema = z.object({
  type: z.literal('metrics'),
  step: z.number(),
  values: z.record(z.string(), z.number()),
});

const body = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    seed: z.number(),
    executor: z.string(),
    threads: z.number(),
    engineVersion: z.string(),
    rounds: z.number(),
    stepsPerRound: z.number(),
    task: z.enum(['classification', 'language-modelling']),
    labels: z.array(z.string()),
    bestAccuracy: z.number().nullable(),
    fish: z.array(fishInfoSchema),
    cost: costSchema,
    notes: z.array(z.string()),
    /** The checkpointed round this process continues from; 0 for a fresh start. */
    resumedFrom: z.number(),
  }),
  z.object({ type: z.literal('state'), state: runStateSchema, reason: z.string().optional() }),
  metricsEventSchema,
  z.object({
    type: z.literal('fish'),
    fish: z.string(),
    state: fishStateSchema,
    cause: z.string(),
    /** All that ails it from now on; absent: nothing. */
    trouble: z.array(fishTroubleSchema).optional(),
  }),
  /** It joined the running swarm at the beginning of this round. */
  z.object({ type: z.literal('fish-added'), fish: fishInfoSchema }),
  /** From this round on the dataset draws from these classes only, to learn from and to measure on. */
  z.object({ type: z.literal('drift'), nodeId: z.string(), classes: z.array(z.string()) }),
  /** A supervisor noticed that fish stopped or came back, and what it did about it, in a plain sentence. */
  z.object({
    type: z.literal('takeover'),
    nodeId: z.string(),
    fish: z.string(),
    /** Who took over; empty where nobody did, or where the fish does its own work again. */
    to: z.array(z.string()),
    message: z.string(),
  }),
  z.object({ type: z.literal('command'), command: runCommandSchema }),
  /** A probe's look at what passed: statistics go to metrics, the last message here. */
  z.object({
    type: z.literal('probe'),
    nodeId: z.string(),
    examples: z.array(z.object({ text: z.string(), label: z.string(), confidence: z.number() })),
  }),
  /** At the end of a round: what crossed each link, counted. No example is ever among it. */
  z.object({
    type: z.literal('audit'),
    crossed: z.array(
      z.object({
        link: z.string(),
        cargo: z.enum(['weights', 'state', 'prediction']),
        messages: z.number(),
        bytes: z.number(),
        /** Messages that were lost on the way. */
        dropped: z.number(),
      }),
    ),
  }),
  /** A generation of a population that evolves: one entry a fish of it. */
  z.object({
    type: z.literal('lineage'),
    nodeId: z.string(),
    /** From 1. */
    generation: z.number(),
    fish: z.array(lineageEntrySchema),
  }),
  /** Who hears whom now, as the controller `nodeId` decided: every link it controls, the closed ones with `open` 0. */
  z.object({
    type: z.literal('topology'),
    nodeId: z.string(),
    family: z.enum(['hearing', 'prediction', 'weights']),
    /** `open`: what the link's strength is multiplied by. `trust`: 0 to 1, what the method thinks of the source. */
    links: z.array(z.object({ from: z.string(), to: z.string(), open: z.number(), trust: z.number() })),
  }),
  z.object({ type: z.literal('checkpoint') }),
  z.object({ type: z.literal('warning'), message: z.string() }),
  z.object({
    type: z.literal('summary'),
    rounds: z.number(),
    metrics: z.record(z.string(), z.number()),
    runDir: z.string(),
    /** Why it ended: "rounds", "target", "patience", "stopped". */
    end: z.string(),
  }),
]);

/** Numbered without gaps from 1 within a run. `time`: milliseconds since the run first started, pauses included. */
export const runEventSchema = z.intersection(
  z.object({ id: z.number(), round: z.number(), time: z.number() }),
  body,
);
export type RunEvent = z.output<typeof runEventSchema>;
export type RunEventBody = z.output<typeof body>;
