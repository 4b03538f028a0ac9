import type { Laboratory } from './laboratory.ts';

/** A claim, held against numbers of this very run. */
export interface Effect {
  readonly claim: string;
  readonly holds: boolean;
  /** The numbers, as a person reads them: "0.91 against 0.83". */
  readonly measured: string;
  /** What it had to be, and where that comes from. */
  readonly threshold: string;
  /** Of an effect that does not hold: what was tried. */
  readonly tried?: string;
}

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface Finding {
  readonly tables: readonly Table[];
  readonly effects: readonly Effect[];
}

export interface ExperimentContext {
  readonly lab: Laboratory;
  readonly seeds: readonly number[];
  /** A fraction below 1 asks for a reduced form: fewer rounds, arms or examples. */
  readonly scale: number;
  /** Says how far it is, on stderr. */
  readonly say: (sentence: string) => void;
}

/** What one of the architectures must show (docs/concepts.md), measured. */
export interface Experiment {
  readonly name: string;
  readonly architecture: string;
  /** One sentence: what it shows. */
  readonly claim: string;
  /** On built-in tasks. */
  fast(context: ExperimentContext): Promise<Finding>;
  /** On the real data sets; absent where the claim is about generated data only. */
  full?(context: ExperimentContext): Promise<Finding>;
}
