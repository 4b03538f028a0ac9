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
  /** Classification only: whether a classifier stands after every layer, and not only after the last. */
  readonly exits: boolean;
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

/** How strongly a fish follows its school; see ./programs/schoolRules.ts. */
export interface SchoolRules {
  readonly alignment: number;
  readonly cohesion: number;
  readonly separation: number;
  /** By whose nearness which of them acts; null: all act towards all mates. See ./programs/zones.ts. */
  readonly zones: ZoneRadii | null;
}

/** Distances of predictions, ascending, up to which mates repel, orient and attract. */
export interface ZoneRadii {
  readonly repulsion: number;
  readonly orientation: number;
  readonly attraction: number;
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
  /** Fish whose answers it reads beside the text, in the order of its inputs for them; absent: none. */
  readonly proposers?: readonly FishId[];
  /** Absent: it follows none, and its program has no place for any. */
  readonly rules?: SchoolRules;
  /** The shard or dataset node its examples come from, and which part of that shard. */
  readonly source: NodeId;
  readonly share: number;
  /** Of a fish that joined a running swarm: whose part it reads (null: one of its own), and since which round. See ./addFish.ts. */
  readonly added?: { readonly shareOf: FishId | null; readonly round: number };
}

export interface SchoolPlan {
  /** Stable name, prefix of its tensors: "school-1". */
  readonly id: string;
  readonly fish: readonly FishId[];
  readonly shape: FishShape;
  /** Everything that is a constant of the compiled program; rates are inputs and may differ within a school. */
  readonly training: FishTraining;
  /** Of a fish that joined a running swarm: the school of the document it is built like. See ./schoolKin.ts. */
  readonly kin?: string;
}

export interface ShardPlan {
  /** The shard node, or the dataset node itself where fish read it directly (mode shared). */
  readonly nodeId: NodeId;
  readonly dataset: NodeId;
  readonly partition: PartitionSettings;
  readonly fish: readonly FishId[];
  /** Parts that are kept for fish that join the running swarm. */
  readonly spare: number;
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
  /** `proposal`: an answer that is read beside the text. */
  readonly family: 'state' | 'prediction' | 'weights' | 'proposal';
  readonly from: FishId;
  readonly to: FishId;
  readonly trainable: boolean;
  /**
   * Where a hub carries it: `linkId` is the link to the hub, `down` the one from it, with the strengths `up` and
   * `strength`; the hub gives each of those it hears the same `share`.
   */
  readonly hub: {
    readonly nodeId: NodeId;
    readonly down: LinkId;
    readonly up: number;
    readonly strength: number;
    readonly share: number;
  } | null;
}

/** A prediction link on which answers may be lost. */
export interface LossyVoice {
  readonly linkId: LinkId;
  readonly loss: number;
}

export type PredictionSource =
  | {
      readonly kind: 'fish';
      readonly fish: FishId;
      readonly linkId: LinkId;
      readonly weight: number;
      /** Present: not what the fish answers, but what it would after so many of its layers. */
      readonly exit?: number;
    }
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
  | {
      readonly kind: 'robust';
      readonly by: 'median' | 'trimmed' | 'geometric' | 'krum' | 'multi-krum';
      /** trimmed: share of the voices left out at either end, below 0.5. */
      readonly trim: number;
      /** krum, multi-krum: voices that may lie (f). */
      readonly liars: number;
    }
  | {
      readonly kind: 'cascade';
      /** Confidence from which a level answers itself. */
      readonly threshold: number;
      /** Whether each level's temperature is fitted on the tuning rows. */
      readonly calibrate: boolean;
    }
  | {
      readonly kind: 'stacking';
      readonly ridge: number;
      readonly learningRate: number;
      /** Optimizer steps a round. */
      readonly steps: number;
    }
  | ({ readonly kind: 'gate' } & GatePlan)
);

/** What a fault does to a fish it strikes. */
export type Harm =
  | { readonly kind: 'crash' }
  /** Takes part in every `pace`-th local step only. */
  | { readonly kind: 'straggler'; readonly pace: number }
  /** Each message it sends, one a round and receiver, is lost with this probability. */
  | { readonly kind: 'message-loss'; readonly probability: number }
  /** Added once; `amount`: deviation as a multiple of each parameter's root mean square. */
  | { readonly kind: 'noise'; readonly amount: number }
  | { readonly kind: 'sign-flip' }
  | { readonly kind: 'label-flip' };
export type GatePlan =
  | { readonly mode: 'adaptive'; readonly eta: number; readonly alpha: number }
  | {
      readonly mode: 'majority';
      /** What a mistake multiplies the weight of an expert by. */
      readonly beta: number;
      /** Weight below which an expert leaves; the largest weight is 1. */
      readonly theta: number;
      /** Evaluations from one change to the next. */
      readonly period: number;
      /** Share of wrong answers above which a new expert enters. */
      readonly tolerate: number;
      /** Fish there are at most, those that left included. */
      readonly most: number;
    }
  | {
      readonly mode: 'learned';
      /** Experts that answer a text; more than there are: all. */
      readonly top: number;
      /** Width of the gate's own token embeddings. */
      readonly width: number;
      /** Noisy top-k while it learns. */
      readonly noise: boolean;
      /** Factor of the importance and load losses. */
      readonly balance: number;
      /** Factor of the squares of embeddings and directions: pulls towards all experts alike. */
      readonly ridge: number;
      readonly learningRate: number;
      /** Optimizer steps a round. */
      readonly steps: number;
    };

export interface FaultPlan {
  readonly nodeId: NodeId;
  /** What people call it. */
  readonly name: string;
  readonly fish: readonly FishId[];
  readonly harm: Harm;
  readonly when:
    | {
        readonly kind: 'round';
        readonly round: Round;
        /** Ends at the beginning of this round; null: never. */
        readonly until: Round | null;
      }
    | {
        readonly kind: 'random';
        /** Probability a round that it strikes a fish it has not struck already. */
        readonly rate: number;
        /** Rounds that it lasts; null: for ever. */
        readonly lasts: number | null;
      };
}

export interface ProbePlan {
  readonly nodeId: NodeId;
  /** What it records: statistics (and the last message) of this source's predictions, every evaluation. */
  readonly source: PredictionSource;
  readonly examples: number;
}
