import type { PredictionSource } from '../compile/plan.ts';
import type { PlanBuilder } from '../compile/planBuilder.ts';
import type { NodeContext } from './kind.ts';

/** Everything linked to a node's prediction port, in the order of its links; a school of n fish counts n times, with `exits` each
 * early exit of a fish, too. */
export function aggregatorInputs(
  { incoming }: Pick<NodeContext<unknown>, 'incoming'>,
  plan: PlanBuilder,
  { exits = false }: { readonly exits?: boolean } = {},
): PredictionSource[] {
  return incoming
    .filter(({ link }) => link.to.port === 'prediction')
    .flatMap(({ id }) => [...(exits ? plan.exitsOf(id) : plan.predictionsOf(id))]);
}
