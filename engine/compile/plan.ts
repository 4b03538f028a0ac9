import type { FishId, LinkId, NodeId, Round } from '../core/brand.ts';
import type { DatasetSettings, PartitionSettings, Task } from '../data/types.ts';
import type { RunSettings } from '../document/schema.ts';
import type { MechanismPlan } from './mechanismPlan.ts';

/** The document lowered to what a run needs: flat, resolved, every entry carrying the canvas id it came from. */
export interface SwarmPlan {
  readonly name: string;
  readonly task: Task;
  readonly goal: GoalPlan;
  readonly datasets: readonly DatasetSettings[];
  readonly shards: readonly ShardPlan[];
  readonly fish: readonly FishPlan[];
  /** Fish of identical shape and training recipe, stacked along a leading axis. */
  readonly schools: readonly SchoolPlan[];
  readonly talk: readonly TalkLink[];
  /** Prediction links to aggregators, goal and probes that lose answers. */
  readonly lossy: readonly LossyVoice[];
  /** In evaluation order: an aggregator reads fish and earlier aggregators. */
  readonly aggregators: readonly AggregatorPlan[];
  /** Servers, trainable aggregators' trainers and controllers, in the order in which they act. */
  readonly mechanisms: readonly MechanismPlan[];
  readonly faults: readonly FaultPlan[];
  readonly probes: readonly ProbePlan[];
  readonly run: RunSettings;
}

export interface GoalPlan {
  readonly nodeId: NodeId;
  /** What answers for the swarm: an aggregator, or the single fish linked to the goal. */
  readonly answer: PredictionSource;
  readonly metric: 'accuracy' | 'macroF1' | 'loss' | 'perplexity';
  /** Reached when the metric is at least (accuracy, macroF1) or at most (loss, perplexity) this. */
  readonly target: number | null;
  readonly stop: 'rounds' | 'target' | 'patience';
  /** Evaluations without improvement before stopping, where stop is `patience`. */
  readonly patience: number;
  readonly labelSmoothing: number;
}

export interface FishShape {
  readonly layers: number;
  readonly width: number;
  readonly heads: number;
  readonly feedForward: number;
  readonly context: number;
  readonly activation: 'gelu' | 'relu';
  readonly positional: 'learned' | 'rotary';
  /** Classification only. */
  readonly pooling: 'mean' | 'cls' | 'attention';
}

export interface FishTraining {
  readonly dropout: number;
  readonly optimizer: 'adamw' | 'sgd';
  readonly learningRate: number;
  readonly schedule: 'constant' | 'linear' | 'cosine';
  /** Share of all steps spent warming up, 0..1. */
  readonly warmup: number;
  readonly weightDecay: number;
  readonly beta1: number;
  readonly beta2: number;
  /** SGD only. */
  readonly momentum: number;
  /** Global norm of a fish's gradient; 0: no clipping. */
  readonly clipNorm: number;
}

export interface FishPlan {
  readonly id: FishId;
  readonly nodeId: NodeId;
  /** For people: the node's name, numbered within a school of several. */
  readonly name: string;
  readonly school: string;
  /** Position on the school's leading axis. */
  readonly slot: number;
  readonly shape: FishShape;
  readonly training: FishTraining;
  /** The shard or dataset node its examples come from, and which part of that shard. */
  readonly source: NodeId;
  readonly share: number;
}

export interface SchoolPlan {
  /** Stable name, prefix of its tensors: "school-1". */
  readonly id: string;
  readonly fish: readonly FishId[];
  readonly shape: FishShape;
  /** Everything that is a constant of the compiled program; rates are inputs and may differ within a school. */
  readonly training: FishTraining;
}

export interface ShardPlan {
  /** The shard node, or the dataset node itself where fish read it directly (mode shared). */
  readonly nodeId: NodeId;
  readonly dataset: NodeId;
  readonly partition: PartitionSettings;
  readonly fish: readonly FishId[];
}

/** What a link does with what passes it. */
export interface Wire {
  readonly linkId: LinkId;
  readonly strength: number;
  /** Acts in the rounds that this divides. */
  readonly every: number;
  /** Rounds a message is late. */
  readonly delay: number;
  /** Probability that a message is lost. */
  readonly loss: number;
  readonly compression: 'none' | '8bit' | 'topk';
}

/** Who hears whom, one entry a pair of fish: `to` hears `from`. */
export interface TalkLink extends Wire {
  readonly family: 'state' | 'prediction' | 'weights';
  readonly from: FishId;
  readonly to: FishId;
  readonly trainable: boolean;
  /** Where a hub carries it: `linkId` is the link to the hub, this the one from it. */
  readonly hub: { readonly nodeId: NodeId; readonly down: LinkId } | null;
}

/** A prediction link on which answers may be lost. */
export interface LossyVoice {
  readonly linkId: LinkId;
  readonly loss: number;
}

export type PredictionSource =
  | { readonly kind: 'fish'; readonly fish: FishId; readonly linkId: LinkId; readonly weight: number }
  | {
      readonly kind: 'aggregator';
      readonly nodeId: NodeId;
      readonly linkId: LinkId;
      readonly weight: number;
    };

export type AggregatorPlan = {
  readonly nodeId: NodeId;
  readonly name: string;
  readonly inputs: readonly PredictionSource[];
} & (
  | { readonly kind: 'average'; readonly of: 'probabilities' | 'logits'; readonly quorum: number }
  | {
      readonly kind: 'weighted';
      /** fixed: the links' strengths; validation: softmax of validation log-likelihood; hedge: Freund & Schapire 1997. */
      readonly by: 'fixed' | 'validation' | 'hedge';
      readonly temperature: number;
      readonly eta: number;
    }
  | { readonly kind: 'vote'; readonly ties: 'confidence' | 'first' }
);

export interface FaultPlan {
  readonly nodeId: NodeId;
  readonly kind: 'crash';
  readonly fish: readonly FishId[];
  readonly round: Round;
  /** Comes back at this round; null: never. */
  readonly returnRound: Round | null;
}

export interface ProbePlan {
  readonly nodeId: NodeId;
  /** What it records: statistics (and the last message) of this source's predictions, every evaluation. */
  readonly source: PredictionSource;
  readonly examples: number;
}
