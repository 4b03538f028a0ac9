import type { MechanismPlan } from '../mechanismPlan.ts';
import type { Member } from './federated.ts';

/** Whose weights (or predictions on public text) pass a server or hub; nobody's where the mechanism is neither. */
export function membersOf(mechanism: MechanismPlan | undefined): readonly Member[] {
  switch (mechanism?.kind) {
    case 'federated':
    case 'distil':
      return mechanism.clients;
    case 'hub':
      return mechanism.members;
    case 'evolve':
    case 'organise':
    case 'reinforce':
    case 'supervise':
    case undefined:
      return [];
  }
}
