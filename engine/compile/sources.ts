import type { AggregatorPlan, FishShape, PredictionSource } from './plan.ts';

/** The id a source goes by in weights, metrics and tensors. */
export const sourceId = (source: PredictionSource): string => {
  if (source.kind === 'aggregator') return source.nodeId;
  return source.exit === undefined ? source.fish : exitId(source.fish, source.exit);
};

/** The id of what a fish (or each fish of a node) would answer after so many of its layers. */
export const exitId = (fish: string, layer: number): string => `${fish}@${layer}`;

/** The fish and the layer that the id of an early exit names; null for every other id. */
export function exitNamed(id: string): { readonly fish: string; readonly layer: number } | null {
  const [, fish, layer] = /^(.+)@(\d+)$/.exec(id) ?? [];
  return fish === undefined ? null : { fish, layer: Number(layer) };
}

/** Layers after which a fish of this shape has an answer besides that of the last. */
export const earlyExits = ({ exits, layers }: Pick<FishShape, 'exits' | 'layers'>): readonly number[] =>
  exits ? Array.from({ length: layers - 1 }, (_, i) => i + 1) : [];

/** Live sources an aggregator needs. */
export const quorumOf = (aggregator: AggregatorPlan): number =>
  aggregator.kind === 'average' ? Math.max(1, aggregator.quorum) : 1;
