import { z } from 'zod';
import type { DataShape } from '#engine/compile/compiled.ts';
import { lower } from '#engine/compile/lower.ts';
import type { SwarmPlan } from '#engine/compile/plan.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import type { Encoding } from '#engine/data/encodeTexts.ts';
import { loadTokenizer } from '#engine/data/tokenizers/loadTokenizer.ts';
import type { PreparedData, Tokenizer } from '#engine/data/types.ts';
import { readDocument } from '#engine/document/parse.ts';
import { confusionSchema } from '#engine/protocol/events.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import { t } from '../core/text.ts';

const PREPARED = 'prepared.json';
const TOKENIZER = 'tokenizer.json';
const CONFUSION = 'confusion.json';

const preparedSchema = z.object({
  task: z.enum(['classification', 'language-modelling']),
  labels: z.array(z.string()),
  /** Columns of the encoded rows, and longest text a fish sees. */
  context: z.int().positive(),
  vocabSize: z.int().positive(),
  fingerprints: z.record(z.string(), z.string()),
  /** Relative paths of the document start here. */
  baseFolder: z.string(),
  /** What the run began with; another would round differently. */
  executor: z.object({ name: z.enum(['onnx', 'tfjs']), threads: z.int().min(1) }),
});
/** What a run keeps of its data, so that it can answer without it and notice when it changes. */
export type StoredPreparation = z.output<typeof preparedSchema>;

/** The swarm as this run does it: its own seed stands in the plan. */
export function planOfRun(run: RunHandle): SwarmPlan {
  const plan = lower(readDocument(run.document(), t`The document of run ${run.id}`));
  return { ...plan, run: { ...plan.run, seed: run.summary().seed } };
}

export function storePreparation(
  run: RunHandle,
  prepared: PreparedData,
  context: Pick<StoredPreparation, 'baseFolder' | 'executor'>,
): void {
  const stored: StoredPreparation = {
    task: prepared.task,
    labels: [...prepared.labels],
    context: prepared.context,
    vocabSize: prepared.tokenizer.vocabSize,
    fingerprints: { ...prepared.fingerprints },
    ...context,
  };
  run.writeFile(TOKENIZER, JSON.stringify(prepared.tokenizer.toJson()));
  run.writeFile(PREPARED, JSON.stringify(stored));
}

function readJson(run: RunHandle, name: string): unknown {
  const bytes = run.readFile(name);
  if (bytes === null) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw damaged(run, name, cause);
  }
}

function damaged(run: RunHandle, name: string, cause: unknown): ShuuraiError {
  return new ShuuraiError(
    'conflict',
    t`The file "${name}" of run ${run.id} is damaged; start the run anew from its document.`,
    { cause, details: { runDir: run.dir, file: name } },
  );
}

/** null where the run has not got as far as preparing its data. */
export function readPreparation(run: RunHandle): StoredPreparation | null {
  const json = readJson(run, PREPARED);
  if (json === undefined) return null;
  const parsed = preparedSchema.safeParse(json);
  if (!parsed.success) throw damaged(run, PREPARED, parsed.error);
  return parsed.data;
}

/**
 * The executor and thread count a run began with, for whoever makes the executor of its resume: only the same ones give
 * the same numbers. null where the run has not got as far as preparing its data.
 */
export function executorOf(run: RunHandle): StoredPreparation['executor'] | null {
  return readPreparation(run)?.executor ?? null;
}

export function readTokenizer(run: RunHandle): Tokenizer {
  const json = readJson(run, TOKENIZER);
  if (json === undefined) throw notPrepared(run);
  try {
    return loadTokenizer(json);
  } catch (cause) {
    throw damaged(run, TOKENIZER, cause);
  }
}

export function notPrepared(run: RunHandle): ShuuraiError {
  return new ShuuraiError(
    'conflict',
    t`Run ${run.id} has no checkpoint that can be read: it has not learnt anything yet, or its files are damaged. Start or resume it first.`,
    { details: { runDir: run.dir } },
  );
}

export interface StoredSwarm {
  readonly plan: SwarmPlan;
  readonly data: DataShape;
  readonly encoding: Encoding;
}

/** Document, tokenizer and labels of a run that has been prepared. Throws `conflict` for one that has not. */
export function readStoredSwarm(run: RunHandle): StoredSwarm {
  const stored = readPreparation(run);
  if (stored === null) throw notPrepared(run);
  const { task, labels, context, vocabSize } = stored;
  return {
    plan: planOfRun(run),
    data: { task, vocabSize, classes: labels.length, context },
    encoding: { task, labels, context, tokenizer: readTokenizer(run) },
  };
}

/** Of the swarm and of each fish on validation; rows are truths, columns answers. */
const confusionsSchema = z.object({
  labels: z.array(z.string()),
  swarm: confusionSchema.shape.counts.nullable(),
  fish: z.record(z.string(), confusionSchema.shape.counts),
});
export type Confusions = z.output<typeof confusionsSchema>;

export function storeConfusions(run: RunHandle, confusions: Confusions): void {
  run.writeFile(CONFUSION, JSON.stringify(confusions));
}

export function readConfusions(run: RunHandle): Confusions | null {
  const json = readJson(run, CONFUSION);
  if (json === undefined) return null;
  const parsed = confusionsSchema.safeParse(json);
  if (!parsed.success) throw damaged(run, CONFUSION, parsed.error);
  return parsed.data;
}
