import type { FishId, LinkId, NodeId } from '#engine/core/brand.ts';
import { randomStream } from '#engine/core/random.ts';
import type { EncodedExamples, Task } from '#engine/data/types.ts';
import { runSettingsSchema } from '#engine/document/schema.ts';
import type { DataShape } from '../compiled.ts';
import type {
  AggregatorPlan,
  FishPlan,
  FishShape,
  FishTraining,
  SchoolPlan,
  SchoolRules,
  SwarmPlan,
  TalkLink,
} from '../plan.ts';

const TINY_SHAPE: FishShape = {
  layers: 1,
  width: 4,
  heads: 2,
  feedForward: 6,
  context: 5,
  activation: 'gelu',
  positional: 'learned',
  pooling: 'mean',
  exits: false,
};

const PLAIN_TRAINING: FishTraining = {
  dropout: 0,
  optimizer: 'adamw',
  learningRate: 1e-2,
  schedule: 'constant',
  warmup: 0,
  weightDecay: 0.01,
  beta1: 0.9,
  beta2: 0.999,
  momentum: 0.9,
  clipNorm: 1,
};

// Plain strings become ids here because tests name everything themselves.
export const fishId = (name: string): FishId => name as FishId;
export const nodeId = (name: string): NodeId => name as NodeId;
const linkId = (name: string): LinkId => name as LinkId;

export interface TestSchool {
  readonly count: number;
  readonly shape?: Partial<FishShape>;
  readonly training?: Partial<FishTraining>;
  readonly rules?: SchoolRules;
  /** Fish whose answers these read; links `proposal` say how strongly. */
  readonly proposers?: readonly string[];
}

export interface TestTalk {
  readonly family: TalkLink['family'];
  readonly from: string;
  readonly to: string;
  readonly strength?: number;
  readonly trainable?: boolean;
}

export interface TestSwarm {
  readonly task?: Task;
  readonly schools: readonly TestSchool[];
  readonly talk?: readonly TestTalk[];
  readonly aggregators?: readonly AggregatorPlan[];
  readonly batchSize?: number;
  readonly labelSmoothing?: number;
}

/** A plan for tests: school s (from 1) has the fish "s.1", "s.2", ... */
export function testPlan(swarm: TestSwarm): SwarmPlan {
  const source = nodeId('data');
  const schools: SchoolPlan[] = swarm.schools.map((school, s) => ({
    id: `school-${s + 1}`,
    fish: Array.from({ length: school.count }, (_, slot) => fishId(`${s + 1}.${slot + 1}`)),
    shape: { ...TINY_SHAPE, ...school.shape },
    training: { ...PLAIN_TRAINING, ...school.training },
  }));
  const fish: FishPlan[] = schools.flatMap((school, s) =>
    school.fish.map((id, slot) => ({
      id,
      nodeId: nodeId(school.id),
      name: id,
      school: school.id,
      slot,
      shape: school.shape,
      training: school.training,
      ...(swarm.schools[s]?.rules === undefined ? {} : { rules: swarm.schools[s].rules }),
      ...(swarm.schools[s]?.proposers === undefined
        ? {}
        : { proposers: swarm.schools[s].proposers.map(fishId) }),
      source,
      share: 0,
    })),
  );
  const first = fish[0]?.id ?? fishId('none');
  return {
    name: 'test',
    task: swarm.task ?? 'classification',
    goal: {
      nodeId: nodeId('goal'),
      answer: { kind: 'fish', fish: first, linkId: linkId('answer'), weight: 1 },
      metric: 'accuracy',
      target: null,
      stop: 'rounds',
      patience: 1,
      labelSmoothing: swarm.labelSmoothing ?? 0,
    },
    datasets: [],
    mechanisms: [],
    shards: [],
    fish,
    schools,
    talk: (swarm.talk ?? []).map(({ family, from, to, strength = 1, trainable = false }, i) => ({
      linkId: linkId(`link-${i}`),
      family,
      from: fishId(from),
      to: fishId(to),
      strength,
      every: 1,
      delay: 0,
      loss: 0,
      compression: 'none',
      trainable,
      hub: null,
    })),
    lossy: [],
    aggregators: swarm.aggregators ?? [],
    faults: [],
    probes: [],
    run: runSettingsSchema.parse({ batchSize: swarm.batchSize ?? 3 }),
  };
}

export function testData(plan: SwarmPlan, sizes: { vocabSize?: number; classes?: number } = {}): DataShape {
  return {
    task: plan.task,
    vocabSize: sizes.vocabSize ?? 7,
    classes: plan.task === 'classification' ? (sizes.classes ?? 3) : 0,
    context: plan.schools[0]?.shape.context ?? 1,
  };
}

/** Random texts of lengths 2 .. context with tokens from 4 on; the label of a classification is random too. */
export function testExamples(data: DataShape, size: number, seed = 1): EncodedExamples {
  const stream = randomStream(seed, 'test examples');
  const tokens = new Int32Array(size * data.context);
  const lengths = new Int32Array(size);
  const labels = new Int32Array(size);
  for (let row = 0; row < size; row++) {
    const length = 2 + stream.int(data.context - 1);
    lengths[row] = length;
    if (data.classes > 0) labels[row] = stream.int(data.classes);
    for (let t = 0; t < length; t++) tokens[row * data.context + t] = 4 + stream.int(data.vocabSize - 4);
  }
  return {
    size,
    context: data.context,
    tokens,
    lengths,
    labels,
    text: (row) => `row ${row}`,
    column: () => null,
    ranges: new Map([[nodeId('data'), [0, size] as const]]),
  };
}

/** [to][from] strengths of a link family over the given fish. */
export function strengths(
  plan: SwarmPlan,
  family: TalkLink['family'],
  fish: readonly FishId[],
): Float32Array {
  const matrix = new Float32Array(fish.length ** 2);
  for (const link of plan.talk) {
    if (link.family !== family) continue;
    matrix[fish.indexOf(link.to) * fish.length + fish.indexOf(link.from)] = link.strength;
  }
  return matrix;
}
