import type { AggregatorPlan } from '#engine/compile/plan.ts';
import { sourceId } from '#engine/compile/sources.ts';
import { type AnswerTable, saidIn } from '../answerTable.ts';
import { sourceStrength } from '../wiring.ts';
import type { World } from './mechanism.ts';

/** Answers to the tuning rows that tell what the sources of an aggregator say. */
export const answersFor = (world: World, { inputs }: AggregatorPlan): Promise<AnswerTable> =>
  world.answers(inputs.every(({ kind }) => kind === 'fish') ? 'fish' : 'everyone');

/** What each source of an aggregator says of the tuning rows; null where it is dead, refuses, or is not heard. */
export function saidBy(
  { plan, state, isAlive }: World,
  table: AnswerTable,
  { nodeId, inputs }: AggregatorPlan,
): (Float32Array | null)[] {
  const own = state.hearing[nodeId];
  return inputs.map((source) => {
    if (sourceStrength(plan, state, source, nodeId) === 0) return null;
    if (own !== undefined && (own[sourceId(source)] ?? -Infinity) === -Infinity) return null;
    if (source.kind === 'fish' && !isAlive(source.fish)) return null;
    return saidIn(table, source) ?? null;
  });
}

/** Whether the answers of this round will be looked at: a fit between evaluations would be nobody's. */
export const evaluatedSoon = ({ plan, state }: World): boolean =>
  state.round % plan.run.evaluateEvery === 0 || state.round === plan.run.rounds;
