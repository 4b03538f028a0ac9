import { distributed } from './distributed.ts';
import { evolutionary } from './evolutionary.ts';
import type { Experiment } from './experiment.ts';
import { federated } from './federated.ts';
import { federatedDistillation } from './federatedDistillation.ts';
import { federatedPrivacy } from './federatedPrivacy.ts';
import { federatedRobust } from './federatedRobust.ts';
import { gate } from './gate.ts';
import { gossip } from './gossip.ts';
import { hierarchical } from './hierarchical.ts';
import { hybrid } from './hybrid.ts';
import { modular } from './modular.ts';
import { reinforcement } from './reinforcement.ts';
import { robust } from './robust.ts';
import { schooling } from './schooling.ts';
import { selfOrganising } from './self-organising.ts';

/** Every experiment there is, in the order of docs/concepts.md. */
export const EXPERIMENTS: readonly Experiment[] = [
  distributed,
  gossip,
  hierarchical,
  modular,
  gate,
  selfOrganising,
  robust,
  federated,
  federatedRobust,
  federatedPrivacy,
  federatedDistillation,
  evolutionary,
  schooling,
  reinforcement,
  hybrid,
];
