import type { FishId, NodeId } from '../core/brand.ts';
import type { EncodedExamples, Task } from '../data/types.ts';
import type { Inputs, Outputs } from '../executors/executor.ts';
import type { Program, Shape, TensorData } from '../tensor/ir.ts';
import type { SchoolPlan, SchoolRules, SwarmPlan } from './plan.ts';

/** What the programs need to know of the data. */
export interface DataShape {
  readonly task: Task;
  readonly vocabSize: number;
  /** Number of classes; 0 for language modelling. */
  readonly classes: number;
  /** Longest sequence a fish sees. */
  readonly context: number;
}

/** A tensor that lives as long as the run: stacked parameters and optimizer moments, [N, ...]. */
export interface TensorSpec {
  readonly name: string;
  readonly shape: Shape;
  /** `anchor`: weights that a fish is pulled towards while it learns. */
  readonly role: 'parameter' | 'moment' | 'constant' | 'anchor';
  readonly school: string;
  /** First values of one fish, [...shape without N], from its own random stream: adding a fish changes no other's. */
  initialise(fish: FishId, seed: number): Float32Array;
}

/** A tensor that belongs to an aggregator and lives as long as the run: what it has learnt, and its optimizer's moments. */
export interface AggregatorTensor {
  readonly name: string;
  readonly shape: Shape;
  initialise(seed: number): Float32Array;
}

/** One level of a cascade. */
export interface Level {
  /** Which of the aggregator's inputs it is. */
  readonly input: number;
  /** What asking it about one text costs, relative to the costliest level. */
  readonly cost: number;
  /** The fish of which it is an exit, if it is: what an earlier exit of this fish has cost is paid. */
  readonly fish: FishId | null;
}

/** The batch of one fish: rows of the prepared training examples. */
export interface FishBatch {
  /** Row numbers, `batchSize` of them. */
  readonly rows: Int32Array;
  /** Weight of each row in this fish's loss; 0 pads a short batch or masks a row that is not this fish's to learn. */
  readonly weights: Float32Array;
}

export interface StepFeeds {
  readonly examples: EncodedExamples;
  /** By fish of the cluster, in its order. */
  readonly batches: readonly FishBatch[];
  /** Padded length of this call; one of `lengths`. */
  readonly length: number;
  readonly learningRate: Float32Array;
  /** Who is heard by others. */
  readonly alive: Uint8Array;
  /** Who takes a step (only fish that are alive can); absent: all who are alive. A frozen fish is heard, but takes none. */
  readonly learns?: Uint8Array;
  /** Whether what the fish sends over links is inverted; absent: nobody's. Its own answers, which it learns from, are not. */
  readonly inverted?: Uint8Array;
  /** Whether the fish learns from false labels (classification); absent: nobody does. */
  readonly mislabelled?: Uint8Array;
  /** How strongly each fish follows its school, by fish of the cluster; absent: not at all. */
  readonly rules?: readonly (SchoolRules | null)[];
  /** Optimizer steps the fish has taken, this one included (Adam's t). */
  readonly fishStep: Int32Array;
  /** The run's step, for the random streams. */
  readonly step: number;
  readonly seed: number;
  /** Weight links that are cut or restored while running; by link family, [to][from] over the cluster's fish. */
  readonly adjacency: {
    readonly state: Float32Array;
    readonly prediction: Float32Array;
    readonly proposal: Float32Array;
  };
}

export interface StepResult {
  /** By fish of the cluster; NaN where the fish took no step. Nats a weighted example (or token). */
  readonly loss: Float64Array;
  /** Share of weighted examples (or tokens) answered right on this batch. */
  readonly accuracy: Float64Array;
  /** Global norm of the gradient before clipping. */
  readonly gradNorm: Float64Array;
}

/** Schools joined by state or prediction links learn in one joint program; others in one each. */
export interface TrainCluster {
  readonly id: string;
  /** Names the random stream of its common batches; stays when fish join. */
  readonly stream: string;
  readonly schools: readonly SchoolPlan[];
  readonly fish: readonly FishId[];
  /** Fish that hear each other's states or predictions must see the same examples at the same time. */
  readonly sharedBatch: boolean;
  /** Padded lengths there are programs for, ascending; the last is the context. */
  readonly lengths: readonly number[];
  /** Memoised. */
  program(length: number): Program;
  feeds(step: StepFeeds): Inputs;
  read(outputs: Outputs): StepResult;
}

export interface AnswerFeeds {
  readonly examples: EncodedExamples;
  /** `batchSize` row numbers; the caller pads by repeating one. */
  readonly rows: Int32Array;
  readonly length: number;
  /** By fish of the plan, in its order. */
  readonly alive: Uint8Array;
  /** Whether the fish says the opposite of what it thinks, to links and as its answer; absent: nobody does. */
  readonly inverted?: Uint8Array;
  /** Current weights of each aggregator's inputs (the program masks the dead itself); absent: the links' strengths. */
  readonly weights: ReadonlyMap<NodeId, Float32Array>;
  readonly adjacency: { readonly state: Float32Array; readonly proposal: Float32Array };
}

/** Log-probabilities of every answerer for every row. */
export interface Answers {
  /**
   * Classification: [rows, classes] log-probabilities, by fish of the plan then by aggregator.
   * Language modelling: [rows, context] log-probability of the true next token (`targets`), 0 at padding.
   */
  readonly fish: readonly Float32Array[];
  readonly aggregators: ReadonlyMap<NodeId, Float32Array>;
  /** What fish with early exits would answer at each, [rows, classes], by the exit's id (see ./sources.ts). */
  readonly exits: ReadonlyMap<string, Float32Array>;
  /** Language modelling: whether the most probable next token is the true one, [rows, context]; else empty. */
  readonly fishHits: readonly Uint8Array[];
  readonly aggregatorHits: ReadonlyMap<NodeId, Uint8Array>;
  /**
   * [rows, K]: the part each of K sources has in the answer to a row (language modelling: mean over its tokens), of
   * aggregators that decide it row by row: 1 for the level of a cascade that answered, the weights of a gate.
   */
  readonly parts: ReadonlyMap<NodeId, Float32Array>;
}

/** The whole swarm's forward pass on shared examples, without dropout. */
export interface AnswerPrograms {
  readonly batchSize: number;
  readonly lengths: readonly number[];
  evaluate(length: number): Program;
  feeds(feeds: AnswerFeeds): Inputs;
  read(outputs: Outputs): Answers;
  /**
   * Language modelling: distribution over the next token after the last token of row 0, by fish and aggregator.
   * The same feeds; `Answers` then holds [vocabSize] log-probabilities each.
   */
  next(length: number): Program;
  readNext(outputs: Outputs): Answers;
}

/** One step of an aggregator that learns, on rows that no fish learns from. */
export interface FitFeeds {
  readonly examples: EncodedExamples;
  /** `rows` row numbers of the examples. */
  readonly rows: Int32Array;
  /** By source, [size, columns] as in AnswerTable; null: not heard at the moment. */
  readonly said: readonly (Float32Array | null)[];
  readonly columns: number;
  readonly learningRate: number;
  /** Steps taken, this one included (Adam's t). */
  readonly step: number;
  /** Fills an array with normal numbers. */
  readonly noise: (into: Float32Array) => Float32Array;
}

export interface FitProgram {
  readonly aggregator: NodeId;
  /** For so many rows. Memoised. Its output `loss` is the mean loss of the rows before the step. */
  program(rows: number): Program;
  feeds(step: FitFeeds): Inputs;
}

/** One step in which fish learn to say what others said, on rows that all of them read. */
export interface DigestFeeds {
  readonly examples: EncodedExamples;
  /** `batchSize` row numbers, and the weight of each; 0 pads. */
  readonly rows: Int32Array;
  readonly weights: Float32Array;
  readonly length: number;
  /** [batchSize, classes] probabilities. */
  readonly said: Float32Array;
  /** By fish of the school. */
  readonly learns: Uint8Array;
  readonly learningRate: Float32Array;
  readonly fishStep: Int32Array;
  /** Keys the random streams; counts the digest steps of the run. */
  readonly step: number;
  readonly seed: number;
}

/** Of a school with clients of a server to which predictions travel. */
export interface DigestProgram {
  readonly school: SchoolPlan;
  readonly lengths: readonly number[];
  /** Memoised. */
  program(length: number): Program;
  feeds(step: DigestFeeds): Inputs;
}

export interface CompiledSwarm {
  readonly plan: SwarmPlan;
  readonly data: DataShape;
  readonly tensors: readonly TensorSpec[];
  readonly aggregatorTensors: readonly AggregatorTensor[];
  /** The levels of each cascade, from the cheapest up. */
  readonly levels: ReadonlyMap<NodeId, readonly Level[]>;
  readonly clusters: readonly TrainCluster[];
  readonly digests: readonly DigestProgram[];
  readonly answers: AnswerPrograms;
  /** Of the aggregators that learn. */
  readonly fits: readonly FitProgram[];
  /** Parameters of one fish, embeddings included. */
  parametersOf(fish: FishId): number;
}

export type { TensorData };
