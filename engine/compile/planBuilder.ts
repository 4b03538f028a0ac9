import type { FishId, LinkId, NodeId } from '../core/brand.ts';
import type { DatasetSettings, PartitionSettings, Task } from '../data/types.ts';
import type { RunSettings } from '../document/schema.ts';
import type { MechanismPlan } from './mechanismPlan.ts';
import type {
  AggregatorPlan,
  FaultPlan,
  FishShape,
  FishTraining,
  GoalPlan,
  PredictionSource,
  ProbePlan,
  SchoolRules,
} from './plan.ts';

/** What a node kind may do to the plan while it is lowered. Implemented by ./lower.ts. */
export interface PlanBuilder {
  readonly task: Task;
  readonly run: RunSettings;
  addDataset(settings: DatasetSettings): void;
  /** The shares of `dataset` that the fish linked to this node draw from; `spare` more are kept for fish that join. */
  addShard(nodeId: NodeId, dataset: NodeId, partition: PartitionSettings, spare: number): void;
  /** Makes a dataset public text: everyone may read it, with labels if anyone asks for them, and nobody is measured on it. */
  openDataset(nodeId: NodeId, labelled: boolean): void;
  /** `count` identical fish; returns their ids. `source` is the shard or dataset node that feeds them. */
  addFish(fish: {
    readonly nodeId: NodeId;
    readonly name: string;
    readonly count: number;
    readonly shape: FishShape;
    readonly training: FishTraining;
    /** Absent: none. */
    readonly rules?: SchoolRules | undefined;
    /** Fish whose answers they read. */
    readonly proposers: readonly FishId[];
    readonly source: NodeId;
  }): readonly FishId[];
  /** Every fish of a node. */
  fishOf(nodeId: NodeId): readonly FishId[];
  /** What a prediction link carries: one entry for each fish of the node it comes from, or the aggregator. */
  predictionsOf(linkId: LinkId): readonly PredictionSource[];
  /** The same with what fish would answer at their early exits, each before the fish itself. */
  exitsOf(linkId: LinkId): readonly PredictionSource[];
  addAggregator(plan: AggregatorPlan): void;
  addMechanism(plan: MechanismPlan): void;
  addFault(plan: FaultPlan): void;
  addProbe(plan: ProbePlan): void;
  setGoal(plan: GoalPlan): void;
}
