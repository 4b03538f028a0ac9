import type { FishId, NodeId } from '#engine/core/brand.ts';
import type { AnswerTable } from '../answerTable.ts';
import type { World } from '../mechanisms/mechanism.ts';

/**
 * The rows of the table that are like a fish's own share of the training data: each weighs as often as its dataset and
 * class occur in the share, divided by how often they occur in the table. Without any such row, all rows weigh alike.
 *
 * @param source the shard or dataset the fish reads.
 */
export function ownRows(
  { plan, data, shares }: Pick<World, 'plan' | 'data' | 'shares'>,
  { examples }: Pick<AnswerTable, 'examples'>,
  fish: FishId,
  source: NodeId,
): { readonly rows: Int32Array; readonly weights: Float64Array } {
  const dataset = plan.shards.find(({ nodeId }) => nodeId === source)?.dataset ?? source;
  const [start, end] = examples.ranges.get(dataset) ?? [0, examples.size];
  const own = new Map<number, number>();
  for (const row of shares.get(fish) ?? []) {
    const label = data.train.labels[row]!;
    own.set(label, (own.get(label) ?? 0) + 1);
  }
  const there = new Map<number, number>();
  for (let row = start; row < end; row++) {
    const label = examples.labels[row]!;
    there.set(label, (there.get(label) ?? 0) + 1);
  }
  const weights = new Float64Array(examples.size);
  for (let row = start; row < end; row++) {
    const label = examples.labels[row]!;
    weights[row] = (own.get(label) ?? 0) / there.get(label)!; // counted above
  }
  const rows = Int32Array.from(weights.keys()).filter((row) => weights[row]! > 0);
  if (rows.length > 0) return { rows, weights };
  return { rows: Int32Array.from(weights.keys()), weights: weights.fill(1) };
}
