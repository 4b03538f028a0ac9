import type { FishId } from '#engine/core/brand.ts';
import type { RandomStream } from '#engine/core/random.ts';
import type { LineageEntry } from '#engine/protocol/events.ts';
import type { StoredTensor } from '#engine/runs/types.ts';
import type { World } from '../mechanism.ts';
import type { Population } from './population.ts';

export interface Member {
  readonly fish: FishId;
  /** Its row of the population's matrix. */
  readonly row: number;
  /** More is better; NaN: its answers are not numbers. */
  readonly fitness: number;
}

/** A generation, measured and about to breed. */
export interface Generation {
  /** From 1. */
  readonly number: number;
  /** No other comes after it. */
  readonly last: boolean;
  readonly world: World;
  readonly population: Population;
  /** The living, best first; those without a number last. */
  readonly living: readonly Member[];
  /** The dead whose places are to be filled; their weights do not count. */
  readonly vacant: readonly Member[];
  /** Fitness of every member of the population with the weights of now, by row. */
  measure(): Promise<readonly number[]>;
  random(...keys: (number | string)[]): RandomStream;
  /** Remembers these weights [P] if they are the fittest so far; `fish`: who has them or descends from them. */
  offer(fitness: number, weights: Float32Array, fish: FishId): void;
  /** The fittest weights [P] there ever were; null: none had a number. */
  fittest(): Float32Array | null;
  /** Gives these weights [P] to all the living, and to whoever takes a vacant place. */
  giveAll(weights: Float32Array): void;
}

export interface Offspring {
  /** Of fish that changed; the others are kept. */
  readonly births: readonly Omit<LineageEntry, 'fitness'>[];
  /** What was tried in this generation, if not the members themselves. */
  readonly tried?: readonly number[];
}

/** One way in which a population evolves. */
export interface Breeder {
  breed(generation: Generation): Promise<Offspring> | Offspring;
  capture?(): unknown;
  /** `owner`: the node it breeds for. */
  restore?(memory: unknown, owner: string): void;
  captureTensors?(): readonly StoredTensor[];
  restoreTensors?(tensors: readonly StoredTensor[], owner: string): void;
}

/** Those who may be parents: the living whose fitness is a number. */
export const healthy = (living: readonly Member[]): readonly Member[] =>
  living.filter(({ fitness }) => Number.isFinite(fitness));
