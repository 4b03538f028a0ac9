import type { AggregatorPlan } from '#engine/compile/plan.ts';
import { quorumOf, sourceId } from '#engine/compile/sources.ts';
import type { Choice } from '../deciding/organising/choice.ts';
import { sourceStrength } from '../wiring.ts';
import type { World } from './mechanism.ts';

/** What a source opened only for the quorum's sake is opened by. */
const FOR_QUORUM = 0.01;

/**
 * Makes an aggregator hear its sources as chosen. It never falls below its quorum by choice: the most trusted of the closed
 * are opened a little. Who lives but was not asked (its answers are no numbers) is not heard; the dead keep what they had.
 */
export function steer(
  { plan, state, isAlive }: World,
  aggregator: AggregatorPlan,
  { open, trust }: Choice,
): void {
  const opened = new Map(Object.entries(open));
  const closed = Object.keys(open)
    .filter((id) => open[id] === 0)
    .toSorted((a, b) => (trust[b] ?? 0) - (trust[a] ?? 0) || (a < b ? -1 : 1));
  const missing = quorumOf(aggregator) - (opened.size - closed.length);
  for (const id of closed.slice(0, Math.max(0, missing))) opened.set(id, FOR_QUORUM);
  const before = state.hearing[aggregator.nodeId];
  state.hearing[aggregator.nodeId] = Object.fromEntries(
    aggregator.inputs.map((source) => {
      const id = sourceId(source);
      const strength = sourceStrength(plan, state, source, aggregator.nodeId);
      const factor = opened.get(id);
      if (factor !== undefined) return [id, Math.log(strength * factor)];
      const spoilt = source.kind === 'fish' && isAlive(source.fish);
      return [id, spoilt ? -Infinity : (before?.[id] ?? Math.log(strength))];
    }),
  );
}
