import type { AggregatorPlan, PredictionSource, SwarmPlan } from '#engine/compile/plan.ts';
import type { FishId, NodeId } from '#engine/core/brand.ts';
import type { LoopState } from './loopState.ts';

/** Who can answer at this moment, and with which weight: the same rules as the answer program's. */
export interface Voices {
  /** By fish of the plan. */
  readonly alive: Uint8Array;
  /** Aggregators that hear enough live sources to answer. */
  readonly answering: ReadonlySet<NodeId>;
  /** By aggregator, over its inputs: 0 for the dead, the rest sums to 1. */
  readonly weights: ReadonlyMap<NodeId, Float32Array>;
}

export const sourceId = (source: PredictionSource): string =>
  source.kind === 'fish' ? source.fish : source.nodeId;

/** Live sources an aggregator needs. */
export const quorumOf = (aggregator: AggregatorPlan): number =>
  aggregator.kind === 'average' ? Math.max(1, aggregator.quorum) : 1;

export function canAnswer(
  source: PredictionSource,
  isAlive: (fish: FishId) => boolean,
  answering: ReadonlySet<NodeId>,
): boolean {
  return source.kind === 'fish' ? isAlive(source.fish) : answering.has(source.nodeId);
}

/** `isLost`: whether what this source says is lost on its way. */
export function voicesOf(
  plan: SwarmPlan,
  isAlive: (fish: FishId) => boolean,
  hearing: LoopState['hearing'],
  isLost: (source: PredictionSource) => boolean = () => false,
): Voices {
  const answering = new Set<NodeId>();
  const weights = new Map<NodeId, Float32Array>();
  for (const aggregator of plan.aggregators) {
    const live = aggregator.inputs.map((source) => canAnswer(source, isAlive, answering) && !isLost(source));
    const own = hearing[aggregator.nodeId];
    const logs = aggregator.inputs.map((source) =>
      own === undefined ? Math.log(source.weight) : (own[sourceId(source)] ?? -Infinity),
    );
    const heard = normalise(logs, live);
    weights.set(aggregator.nodeId, heard);
    const counted = heard.filter((weight) => weight > 0).length;
    if (counted >= quorumOf(aggregator)) answering.add(aggregator.nodeId);
  }
  return { alive: Uint8Array.from(plan.fish, ({ id }) => (isAlive(id) ? 1 : 0)), answering, weights };
}

/** Softmax over the live; all 0 where none lives. */
function normalise(logs: readonly number[], live: readonly boolean[]): Float32Array {
  const top = logs.reduce((max, log, i) => (live[i] === true && log > max ? log : max), -Infinity);
  const raw = logs.map((log, i) => (live[i] === true && top > -Infinity ? Math.exp(log - top) : 0));
  const sum = raw.reduce((a, b) => a + b, 0);
  return Float32Array.from(raw, (weight) => (sum === 0 ? 0 : weight / sum));
}
