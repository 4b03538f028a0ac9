import { distributed } from './distributed.ts';
import { evolutionary } from './evolutionary.ts';
import type { Experiment } from './experiment.ts';
import { gate } from './gate.ts';
import { hierarchical } from './hierarchical.ts';
import { modular } from './modular.ts';
import { reinforcement } from './reinforcement.ts';
import { robust } from './robust.ts';
import { selfOrganising } from './self-organising.ts';

/** Every experiment there is, in the order of docs/concepts.md. */
export const EXPERIMENTS: readonly Experiment[] = [
  distributed,
  hierarchical,
  modular,
  gate,
  selfOrganising,
  robust,
  evolutionary,
  reinforcement,
];
