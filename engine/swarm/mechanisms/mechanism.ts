import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import type { SwarmPlan, TalkLink } from '#engine/compile/plan.ts';
import type { FishId, NodeId } from '#engine/core/brand.ts';
import type { RandomStream } from '#engine/core/random.ts';
import type { EncodedExamples, PreparedData } from '#engine/data/types.ts';
import type { RunEventBody } from '#engine/protocol/events.ts';
import type { StoredTensor } from '#engine/runs/types.ts';
import type { AnswerTable } from '../answerTable.ts';
import type { Evaluation } from '../evaluate.ts';
import type { LoopState } from '../loopState.ts';
import type { Programs } from '../programs.ts';
import type { SwarmTensors } from '../swarmTensors.ts';
import type { Traffic } from '../traffic.ts';
import type { WeightSpace } from '../weightSpace.ts';

/** What a mechanism may look at and touch. */
export interface World {
  readonly plan: SwarmPlan;
  readonly swarm: CompiledSwarm;
  readonly data: PreparedData;
  /** Training rows of each fish, ascending. */
  readonly shares: ReadonlyMap<FishId, Int32Array>;
  /** Round, lives, learning rates, hearing: the mechanisms' common memory, all of it in the checkpoint. */
  readonly state: LoopState;
  readonly weights: WeightSpace;
  readonly tensors: SwarmTensors;
  readonly programs: Programs;
  /** Whatever crosses a link is counted here. */
  readonly traffic: Traffic;
  isAlive(fish: FishId): boolean;
  /** Has a fish live that was dead, had failed, or waited in reserve. */
  wake(fish: FishId, cause: string): void;
  /** Puts a fish that lives into reserve. */
  rest(fish: FishId, cause: string): void;
  /** Puts a fresh fish into the place of one, whatever its state (R56). */
  renew(fish: FishId, cause: string): void;
  /** Has a fish like this one join at the next round (R61): its id; null where none can, which a warning tells. */
  enlist(like: FishId): FishId | null;
  /** The links between fish as they are now: rewired by commands and controllers, without those that carry nothing. */
  talk(): readonly TalkLink[];
  /** A stream of this run's seed: equal arguments give equal numbers. Put the round into the keys. */
  random(purpose: string, ...keys: (number | string)[]): RandomStream;
  /**
   * Everyone's answers to the tuning rows with the weights of now; computed anew only where something changed. Who asks
   * for fish only may get aggregators' answers from before the last change of whom they hear.
   */
  answers(of?: 'everyone' | 'fish'): Promise<AnswerTable>;
  /** What each fish says, with the weights of now, to rows of public or other examples: log-probabilities [rows, C]. */
  say(examples: EncodedExamples, rows: Int32Array): Promise<ReadonlyMap<FishId, Float32Array>>;
  /** Published with the round's numbers. Names: engine/protocol/series.ts, meanings: engine/metrics/catalogue.ts. */
  metrics(values: Readonly<Record<string, number>>): void;
  emit(event: RunEventBody): void;
}

/**
 * Something in a swarm that acts between the local steps of its fish: gossip, servers, trainable aggregators,
 * controllers. One object a node and run. Its hooks are called in the order of the phases of a round, in each phase by
 * the order of the plan; a hook that is absent does nothing. Random numbers come from `world.random` alone, so that
 * the same run does the same twice. Fish are named by id: their number can change while the swarm lives.
 */
export interface Mechanism {
  /** Unique among the mechanisms of a run; the node it comes from where there is one. */
  readonly id: NodeId | string;
  /** Before the local steps of a round, after its faults have struck. */
  begin?(world: World): Promise<void> | void;
  /** After the local steps: what crosses links between fish, hubs and servers. */
  communicate?(world: World): Promise<void> | void;
  /** Then: trainable aggregators take their steps. */
  aggregate?(world: World): Promise<void> | void;
  /** Then: controllers act. */
  adapt?(world: World): Promise<void> | void;
  /** After an evaluation on validation (not in every round: `run.evaluateEvery`). */
  evaluated?(world: World, evaluation: Evaluation): Promise<void> | void;
  /** All it remembers besides tensors, as JSON; absent: nothing. */
  capture?(): unknown;
  /** The counterpart, called before the first round of a resumed run. Throws ShuuraiError `conflict` where it does not fit. */
  restore?(memory: unknown): void;
  /** Large memory. Names need be unique within the mechanism only. */
  captureTensors?(): readonly StoredTensor[];
  restoreTensors?(tensors: readonly StoredTensor[]): void;
}
