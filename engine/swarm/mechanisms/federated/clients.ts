import type { FederatedPlan, Member } from '#engine/compile/mechanisms/federated.ts';
import { wireStrength } from '../../wiring.ts';
import { clientsByLot } from '../askedClients.ts';
import type { World } from '../mechanism.ts';
import type { Members } from '../members.ts';

/** Which clients learn in this period; with noise each by chance alone, as the accountant supposes. */
export function askedClients(
  { fraction, noise, nodeId }: FederatedPlan,
  { state, random }: World,
  living: readonly Member[],
): readonly Member[] {
  const hearing = state.hearing[nodeId];
  const heard = living.filter(({ id }) => (hearing?.[id] ?? 0) > -Infinity);
  const stream = random('clients asked', nodeId, state.round);
  const lot = clientsByLot(stream, fraction, heard);
  return noise > 0 ? heard.filter(() => stream.chance(fraction)) : lot;
}

/**
 * Whether a client is a fresh fish (it took another's place, or joined) that has not taken the model yet. `generation`: of
 * the fish when it last took the model.
 */
export function isFresh({ state }: World, { kind, id }: Member, generation: number | undefined): boolean {
  const life = kind === 'fish' ? state.fish[id] : undefined;
  if (life === undefined) return false;
  return generation === undefined ? life.generation > 0 || life.born > 1 : life.generation !== generation;
}

/** With noise or a robust method all count alike: one client's weight would be another's loss of privacy, or a liar's gain. */
export function clientWeight(
  { weigh, noise, robust, nodeId }: FederatedPlan,
  members: Members,
  { shares, state }: World,
  client: Member,
): number {
  if (noise > 0 || robust !== 'none') return 1;
  const examples = members.fishOf(client).reduce((sum, fish) => sum + (shares.get(fish)?.length ?? 0), 0);
  const heard = Math.exp(state.hearing[nodeId]?.[client.id] ?? 0);
  return wireStrength(state, client.up) * heard * (weigh === 'examples' ? examples : 1);
}
