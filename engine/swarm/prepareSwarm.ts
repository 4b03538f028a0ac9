import { resolve } from 'node:path';
import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import { needsTuning } from '#engine/compile/needsTuning.ts';
import type { SwarmPlan } from '#engine/compile/plan.ts';
import { compileSwarm } from '#engine/compile/programs/index.ts';
import type { FishId, NodeId } from '#engine/core/brand.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import { partition } from '#engine/data/partition.ts';
import { prepareData } from '#engine/data/prepareData.ts';
import type { PreparedData, Tokenizer } from '#engine/data/types.ts';
import { t } from '../core/text.ts';
import { storeExamples } from './runExamples.ts';
import { readPreparation, readTokenizer, storePreparation } from './runFiles.ts';
import type { RunOptions } from './types.ts';

export interface PreparedSwarm {
  readonly swarm: CompiledSwarm;
  readonly prepared: PreparedData;
  /** Training rows of each fish, ascending. */
  readonly shares: ReadonlyMap<FishId, Int32Array>;
}

/** Longest text a fish sees; validation has made sure that all fish agree on it. */
export const contextOfPlan = (plan: SwarmPlan): number =>
  Math.max(...plan.fish.map(({ shape }) => shape.context));

/**
 * Reads, splits, encodes and divides the data, and compiles the swarm. What later questions need is kept in the run's
 * folder; where it is there already (the run is resumed), the data must be the same bytes as then.
 */
export async function prepareSwarm(
  plan: SwarmPlan,
  { run, executor, baseFolder }: Pick<RunOptions, 'run' | 'executor' | 'baseFolder'>,
): Promise<PreparedSwarm> {
  const stored = readPreparation(run);
  const folder = stored?.baseFolder ?? resolve(baseFolder ?? '.');
  const { seed } = plan.run;
  const prepared = await prepareForPlan(plan, folder, stored === null ? undefined : readTokenizer(run));
  if (stored === null) {
    const { name, threads } = executor;
    storePreparation(run, prepared, { baseFolder: folder, executor: { name, threads } });
    storeExamples(run, prepared);
  } else {
    for (const [nodeId, fingerprint] of Object.entries(prepared.fingerprints)) {
      if (stored.fingerprints[nodeId] === fingerprint) continue;
      throw new ShuuraiError(
        'conflict',
        t`The data of "${nodeId}" changed since the run began, so it cannot go on as it would have. Put the old file back, or start a new run.`,
        { details: { nodeId } },
      );
    }
  }
  const swarm = compileSwarm(plan, {
    task: plan.task,
    vocabSize: prepared.tokenizer.vocabSize,
    classes: prepared.labels.length,
    context: prepared.context,
  });
  return { swarm, prepared, shares: sharesOf(plan, prepared, seed) };
}

/** The data of a plan as its run reads them; relative paths start at the folder. Throws as `prepareData`. */
export const prepareForPlan = (
  plan: SwarmPlan,
  baseFolder: string,
  tokenizer?: Tokenizer,
): Promise<PreparedData> =>
  prepareData({
    datasets: plan.datasets,
    task: plan.task,
    context: contextOfPlan(plan),
    seed: plan.run.seed,
    baseFolder,
    groupColumns: groupColumns(plan),
    tuning: needsTuning(plan),
    ...(tokenizer === undefined ? {} : { tokenizer }),
  });

/** Windows of text must not span what the fish are divided by. */
function groupColumns(plan: SwarmPlan): ReadonlyMap<NodeId, string> {
  return new Map(
    plan.shards.flatMap(({ dataset, partition: by }) => (by.mode === 'column' ? [[dataset, by.column]] : [])),
  );
}

/** Training rows of each fish; one that joined later reads the part of another, or a spare one. */
export function sharesOf(
  plan: SwarmPlan,
  { train }: PreparedData,
  seed: number,
): ReadonlyMap<FishId, Int32Array> {
  const shares = new Map<FishId, Int32Array>();
  for (const shard of plan.shards) {
    const range = train.ranges.get(shard.dataset);
    if (range === undefined) {
      throw new ShuuraiError(
        'internal',
        t`The prepared data have no rows of the dataset "${shard.dataset}".`,
      );
    }
    const { indices } = partition(shard.partition, train, range, shard.fish.length + shard.spare, seed);
    for (const { id, source, share } of plan.fish) {
      const rows = source === shard.nodeId ? indices[share] : undefined;
      if (rows !== undefined) shares.set(id, rows);
    }
  }
  return shares;
}
