import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DataShape } from '#engine/compile/compiled.ts';
import { lower } from '#engine/compile/lower.ts';
import type { ShardPlan, SwarmPlan } from '#engine/compile/plan.ts';
import { compileSwarm } from '#engine/compile/programs/index.ts';
import type { NodeId } from '#engine/core/brand.ts';
import { prepareData } from '#engine/data/prepareData.ts';
import type { DatasetSettings } from '#engine/data/types.ts';
import { readDocument } from '#engine/document/parse.ts';
import type { Cost } from '#engine/protocol/events.ts';
import { stepsOf } from './clusterBatches.ts';
import { partOfPlan } from './partOfPlan.ts';
import { contextOfPlan } from './prepareSwarm.ts';
import { swarmCost } from './swarmCost.ts';
import type { MachineSpeed } from './types.ts';

/** Files up to this many bytes are read for an estimate; of larger ones the worst is assumed. */
const SMALL_FILE = 4 * 1024 * 1024;
/** Generated examples that show the vocabulary and the classes of a built-in task. */
const SAMPLE = 2000;
/** What a file that is not read is taken to hold. */
const ASSUMED = { rows: 100_000, classes: 2 };

export interface EstimateOptions {
  /** Counts only the fish of these nodes and what passes between them; null: the whole swarm. */
  readonly nodes?: readonly NodeId[] | null;
  /** Where paths of data files begin. */
  readonly baseFolder?: string;
}

/** The cost of a part without fish. */
const NOTHING: Cost = {
  fish: 0,
  parameters: 0,
  flopsPerStep: 0,
  stepsPerRound: 0,
  secondsPerRound: 0,
  memoryBytes: 0,
  messageBytesPerRound: 0,
  schools: 0,
  programs: 0,
};

/**
 * What a document would cost, without training. Built-in tasks and small files are looked at; for a file that is large
 * or cannot be read the full vocabulary, 100,000 rows and 2 classes are assumed. `secondsPerRound` is null without a
 * speed. Throws `invalid-document`.
 */
export async function estimate(
  document: string,
  speed: MachineSpeed | null,
  { nodes = null, baseFolder = '.' }: EstimateOptions = {},
): Promise<Cost> {
  const whole = lower(readDocument(document, 'The document'));
  const plan = nodes === null ? whole : partOfPlan(whole, nodes);
  if (plan.fish.length === 0) return NOTHING;
  const { data, rows } = await look(plan, baseFolder);
  const swarm = compileSwarm(plan, data);
  const shared = new Set(
    swarm.clusters.filter(({ sharedBatch }) => sharedBatch).flatMap(({ fish }) => [...fish]),
  );
  const steps = plan.shards.map((shard) => {
    const all = rows.get(shard.dataset) ?? ASSUMED.rows;
    const own = shard.fish.some((fish) => shared.has(fish)) ? all : shareOf(shard, all);
    return stepsOf(own, plan.run);
  });
  return swarmCost(swarm, Math.max(1, ...steps), speed);
}

/** Rows of a mean share. */
function shareOf({ partition, fish }: ShardPlan, rows: number): number {
  if (partition.mode === 'shared') return rows;
  const replicas = 'replicas' in partition ? Math.min(partition.replicas, fish.length) : 1;
  return Math.max(1, Math.ceil((rows * replicas) / fish.length));
}

interface Look {
  readonly data: DataShape;
  /** Training rows by dataset. */
  readonly rows: ReadonlyMap<NodeId, number>;
}

async function look(plan: SwarmPlan, baseFolder: string): Promise<Look> {
  const folder = resolve(baseFolder);
  const sizes = await Promise.all(plan.datasets.map((dataset) => fileSize(dataset, folder)));
  const small = sizes.every((size) => size !== null && size <= SMALL_FILE);
  const context = contextOfPlan(plan);
  const prepared = small
    ? await prepareData({
        datasets: plan.datasets.map(sampled),
        task: plan.task,
        context,
        seed: plan.run.seed,
        baseFolder: folder,
      }).catch(() => null) // the run itself will say what is wrong with the data
    : null;
  if (prepared === null) return assumed(plan, context);
  const rows = new Map<NodeId, number>();
  for (const dataset of plan.datasets) {
    const [start, end] = prepared.train.ranges.get(dataset.nodeId) ?? [0, 0];
    rows.set(dataset.nodeId, Math.round((end - start) * scaleOf(dataset)));
  }
  const { tokenizer, labels } = prepared;
  return {
    data: { task: plan.task, vocabSize: tokenizer.vocabSize, classes: labels.length, context },
    rows,
  };
}

function assumed(plan: SwarmPlan, context: number): Look {
  const settings = plan.datasets[0]?.tokenizer;
  const vocabSize = settings?.kind === 'byte' ? 260 : (settings?.vocabSize ?? 260);
  const classes = plan.task === 'classification' ? ASSUMED.classes : 0;
  return {
    data: { task: plan.task, vocabSize, classes, context },
    rows: new Map(
      plan.datasets.map((dataset) => [
        dataset.nodeId,
        dataset.maxRows === 0 ? ASSUMED.rows : Math.min(dataset.maxRows, ASSUMED.rows),
      ]),
    ),
  };
}

/** Bytes to read; 0 for generated data; null where there is no such file. */
async function fileSize({ source }: DatasetSettings, folder: string): Promise<number | null> {
  if (source.kind === 'builtin') return 0;
  if (source.path === '') return null;
  return stat(resolve(folder, source.path)).then(
    ({ size }) => size,
    () => null,
  );
}

function sampled(dataset: DatasetSettings): DatasetSettings {
  const { source } = dataset;
  return source.kind === 'file'
    ? dataset
    : { ...dataset, source: { ...source, examples: Math.min(SAMPLE, source.examples) } };
}

const scaleOf = ({ source }: DatasetSettings): number =>
  source.kind === 'builtin' ? source.examples / Math.min(SAMPLE, source.examples) : 1;
