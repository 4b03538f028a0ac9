import type { FishId } from '../../core/brand.ts';
import type { SwarmPlan } from '../plan.ts';
import type { DistilPlan } from './distil.ts';
import type { FederatedPlan } from './federated.ts';

/** The federated server whose client a fish is: its examples must stay with it. */
export function serverOf({ mechanisms }: SwarmPlan, fish: FishId): FederatedPlan | DistilPlan | undefined {
  return mechanisms.find(
    (one): one is FederatedPlan | DistilPlan =>
      (one.kind === 'federated' || one.kind === 'distil') && one.clients.some(({ id }) => id === fish),
  );
}
