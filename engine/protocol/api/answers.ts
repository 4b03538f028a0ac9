import { z } from 'zod';
import { runId } from './values.ts';

const predictionSchema = z.object({
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
      weights: z.array(
        z.object({
          source: z.string(),
          weight: z.number(),
          /** What a cascade compares with its threshold: the calibrated confidence of this level, where it was asked. */
          sureness: z.number().optional(),
        }),
      ),
    }),
  ),
  /** Language modelling: the continuation, and its tokens with the probability the swarm gave each. */
  continuation: z.string().optional(),
  tokens: z.array(z.object({ text: z.string(), probability: z.number() })).optional(),
});
export type Prediction = z.output<typeof predictionSchema>;

/** Language modelling: how many tokens to write, how boldly, and the seed of the draws. */
const writing = {
  tokens: z.int().min(0).max(2000).optional(),
  temperature: z.number().min(0).max(10).optional(),
  seed: z.int().min(0).max(0xffffffff).optional(),
};

/** A validation text; `label` is the truth, empty for language modelling. */
export const exampleSchema = z.object({ text: z.string(), label: z.string() });
export type Example = z.output<typeof exampleSchema>;

/** What the swarm of a run answers. */
export const answersApi = {
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
} as const;
