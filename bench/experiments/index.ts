import { distributed } from './distributed.ts';
import { evolutionary } from './evolutionary.ts';
import type { Experiment } from './experiment.ts';

/** Every experiment there is, in the order of docs/concepts.md. */
export const EXPERIMENTS: readonly Experiment[] = [distributed, evolutionary];
