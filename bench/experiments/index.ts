import type { Experiment } from './experiment.ts';
import { gate } from './gate.ts';
import { hierarchical } from './hierarchical.ts';
import { robust } from './robust.ts';

/** Every experiment there is, in the order of docs/concepts.md. */
export const EXPERIMENTS: readonly Experiment[] = [hierarchical, robust, gate];
