import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import { gossip } from './gossip.ts';
import type { Mechanism } from './mechanism.ts';
import { weigh } from './weigh.ts';

/** Everything of a swarm that acts between local steps, in the order in which it does. */
export function createMechanisms({ plan, mixes }: CompiledSwarm): readonly Mechanism[] {
  return [
    ...mixes.map(gossip),
    ...plan.aggregators.flatMap((aggregator) => (aggregator.kind === 'weighted' ? [weigh(aggregator)] : [])),
  ];
}
