import type { AggregatorPlan, PredictionSource } from './plan.ts';

/** The id a source goes by in weights, metrics and tensors. */
export const sourceId = (source: PredictionSource): string =>
  source.kind === 'fish' ? source.fish : source.nodeId;

/** Live sources an aggregator needs. */
export const quorumOf = (aggregator: AggregatorPlan): number =>
  aggregator.kind === 'average' ? Math.max(1, aggregator.quorum) : 1;
