import type { CompiledSwarm, DataShape } from '#engine/compile/compiled.ts';
import type { FishShape, FishTraining, SwarmPlan } from '#engine/compile/plan.ts';
import { compileSwarm } from '#engine/compile/programs/index.ts';
import type { FishId, LinkId, NodeId } from '#engine/core/brand.ts';
import { randomStream } from '#engine/core/random.ts';
import type { EncodedExamples } from '#engine/data/types.ts';
import { runSettingsSchema } from '#engine/document/schema.ts';
import type { Inputs, TensorState } from '#engine/executors/executor.ts';
import { fishSchema } from '#engine/nodes/fish/schema.ts';
import type { Program } from '#engine/tensor/ir.ts';

export const FISH = 8;
export const BATCH = 32;
export const TOKENS = 32;
const VOCABULARY = 2000;
const CLASSES = 2;
const SEED = 1;

export interface SchoolOptions {
  readonly activation: 'gelu' | 'relu';
  readonly dropout: number;
}

/** A school of 8 fish of the default shape (2 layers, width 64, 4 heads, feed-forward 256), classifying. */
export interface School {
  readonly swarm: CompiledSwarm;
  /** A training step: forward, backward, clipping, AdamW. */
  readonly program: Program;
  feeds(step: number): Inputs;
  fill(state: TensorState): void;
}

// The benchmark has no document, so it names its own nodes.
const node = (name: string): NodeId => name as NodeId;
const fishIds = Array.from({ length: FISH }, (_, slot) => `bench.${slot + 1}` as FishId);

function schoolPlan(options: SchoolOptions): SwarmPlan {
  const { layers, width, heads, feedForward, context, positional, pooling, exits, ...rest } =
    fishSchema.parse({
      ...options,
      context: TOKENS,
    });
  const { activation, count: _, ...training } = rest;
  const shape: FishShape = {
    layers,
    width,
    heads,
    feedForward,
    context,
    activation,
    positional,
    pooling,
    exits,
  };
  const recipe: FishTraining = training;
  const [first = '' as FishId] = fishIds;
  return {
    name: 'bench',
    task: 'classification',
    goal: {
      nodeId: node('goal'),
      answer: { kind: 'fish', fish: first, linkId: 'answer' as LinkId, weight: 1 },
      metric: 'accuracy',
      target: null,
      stop: 'rounds',
      patience: 1,
      labelSmoothing: 0,
    },
    datasets: [],
    mechanisms: [],
    shards: [],
    fish: fishIds.map((id, slot) => ({
      id,
      nodeId: node('fish'),
      name: id,
      school: 'school-1',
      slot,
      shape,
      training: recipe,
      source: node('data'),
      share: 0,
    })),
    schools: [{ id: 'school-1', fish: fishIds, shape, training: recipe }],
    talk: [],
    lossy: [],
    aggregators: [],
    faults: [],
    probes: [],
    run: runSettingsSchema.parse({ batchSize: BATCH, seed: SEED }),
  };
}

/** Full rows of random words; the label says whether the first word is in the lower half, so that it can be learned. */
function examples(size: number): EncodedExamples {
  const stream = randomStream(SEED, 'bench examples');
  const tokens = Int32Array.from({ length: size * TOKENS }, () => 4 + stream.int(VOCABULARY - 4));
  return {
    size,
    context: TOKENS,
    tokens,
    lengths: new Int32Array(size).fill(TOKENS),
    labels: Int32Array.from({ length: size }, (_, row) =>
      (tokens[row * TOKENS] ?? 0) < VOCABULARY / 2 ? 0 : 1,
    ),
    text: (row) => `row ${row}`,
    column: () => null,
    ranges: new Map([[node('data'), [0, size] as const]]),
  };
}

export function school(options: SchoolOptions): School {
  const data: DataShape = {
    task: 'classification',
    vocabSize: VOCABULARY,
    classes: CLASSES,
    context: TOKENS,
  };
  const swarm = compileSwarm(schoolPlan(options), data);
  const [cluster] = swarm.clusters;
  if (cluster === undefined) throw new Error('a plan with a school has a cluster');
  const rows = examples(FISH * BATCH * 4);
  const nobody = new Float32Array(FISH * FISH);
  return {
    swarm,
    program: cluster.program(TOKENS),
    feeds: (step) =>
      cluster.feeds({
        examples: rows,
        batches: fishIds.map((_, slot) => ({
          rows: Int32Array.from(
            { length: BATCH },
            (_, i) => (((step - 1) * FISH + slot) * BATCH + i) % rows.size,
          ),
          weights: new Float32Array(BATCH).fill(1),
        })),
        length: TOKENS,
        learningRate: new Float32Array(FISH).fill(1e-3),
        alive: new Uint8Array(FISH).fill(1),
        fishStep: new Int32Array(FISH).fill(step),
        step,
        seed: SEED,
        adjacency: { state: nobody, prediction: nobody, proposal: nobody },
      }),
    fill: (state) => {
      for (const tensor of swarm.tensors) {
        const parts = fishIds.map((id) => tensor.initialise(id, SEED));
        const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
        let start = 0;
        for (const part of parts) {
          all.set(part, start);
          start += part.length;
        }
        state.set(tensor.name, 'f32', tensor.shape, all);
      }
    },
  };
}
