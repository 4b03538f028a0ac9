import type { PredictionSource, SwarmPlan, TalkLink } from '#engine/compile/plan.ts';
import { quorumOf, sourceId } from '#engine/compile/sources.ts';
import type { FishId, NodeId } from '#engine/core/brand.ts';
import type { LoopState } from './loopState.ts';
import { isInverted } from './sent.ts';
import { liveTalk, sourceStrength } from './wiring.ts';

/** Who can answer at this moment, and with which weight: the same rules as the answer program's. */
export interface Voices {
  /** By fish of the plan. */
  readonly alive: Uint8Array;
  /** By fish of the plan: whether it says the opposite of what it thinks. */
  readonly inverted: Uint8Array;
  /** The links between fish as they are now. */
  readonly talk: readonly TalkLink[];
  /** Aggregators that hear enough live sources to answer. */
  readonly answering: ReadonlySet<NodeId>;
  /** By aggregator, over its inputs: 0 for the dead, the rest sums to 1. */
  readonly weights: ReadonlyMap<NodeId, Float32Array>;
}

export function canAnswer(
  source: PredictionSource,
  isAlive: (fish: FishId) => boolean,
  answering: ReadonlySet<NodeId>,
): boolean {
  return source.kind === 'fish' ? isAlive(source.fish) : answering.has(source.nodeId);
}

/** What is said at a moment follows from this, besides the plan and who lives. */
export type VoiceState = Pick<LoopState, 'hearing' | 'links' | 'faults' | 'round' | 'fish'>;

/** `isLost`: whether what a source says is lost on its way by its link. */
export function voicesOf(
  plan: SwarmPlan,
  isAlive: (fish: FishId) => boolean,
  state: VoiceState,
  isLost: (source: PredictionSource) => boolean = () => false,
): Voices {
  const { hearing, fish } = state;
  const answering = new Set<NodeId>();
  const weights = new Map<NodeId, Float32Array>();
  for (const aggregator of plan.aggregators) {
    const live = aggregator.inputs.map((source) => canAnswer(source, isAlive, answering) && !isLost(source));
    const own = hearing[aggregator.nodeId];
    const logs = aggregator.inputs.map((source) => {
      const strength = sourceStrength(plan, state, source, aggregator.nodeId);
      return own === undefined || strength === 0 ? Math.log(strength) : (own[sourceId(source)] ?? -Infinity);
    });
    const heard = normalise(logs, live);
    weights.set(aggregator.nodeId, heard);
    const counted = heard.filter((weight) => weight > 0).length;
    if (counted >= quorumOf(aggregator)) answering.add(aggregator.nodeId);
  }
  return {
    alive: Uint8Array.from(plan.fish, ({ id }) => (isAlive(id) ? 1 : 0)),
    inverted: Uint8Array.from(plan.fish, ({ id }) => (isInverted(fish[id]) ? 1 : 0)),
    talk: liveTalk(plan, state),
    answering,
    weights,
  };
}

/** Softmax over the live; all 0 where none lives. */
function normalise(logs: readonly number[], live: readonly boolean[]): Float32Array {
  const top = logs.reduce((max, log, i) => (live[i] === true && log > max ? log : max), -Infinity);
  const raw = logs.map((log, i) => (live[i] === true && top > -Infinity ? Math.exp(log - top) : 0));
  const sum = raw.reduce((a, b) => a + b, 0);
  return Float32Array.from(raw, (weight) => (sum === 0 ? 0 : weight / sum));
}
