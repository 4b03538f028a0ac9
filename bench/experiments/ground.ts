import { SMALL_FISH } from './documents.ts';
import type { Laboratory } from './laboratory.ts';
import { realSet } from './realSets.ts';

/** The texts an experiment stands on, and the fish that fit them. */
export interface Ground {
  readonly name: string;
  /** Parameters of the dataset node. */
  readonly dataset: Readonly<Record<string, unknown>>;
  readonly fish: Readonly<Record<string, unknown>>;
  readonly steps: number;
  /** Texts that no run has seen. */
  fresh(lab: Laboratory, count: number): string;
  /** Accuracy of guessing. */
  readonly chance: number;
}

export const topics = (examples: number): Ground => ({
  name: 'topics',
  dataset: { task: 'topics', examples },
  fish: SMALL_FISH,
  steps: 20,
  fresh: (lab, count) => lab.fresh('topics', { after: examples, count }),
  chance: 1 / 8,
});

/** Questions of six kinds. */
export const trec = (): Ground => ({
  name: 'TREC',
  dataset: { source: 'file', path: realSet('trec', 'train'), vocabSize: 4000 },
  fish: { ...SMALL_FISH, width: 32, feedForward: 64, dropout: 0.2, learningRate: 0.005 },
  steps: 30,
  fresh: () => realSet('trec', 'test'),
  chance: 1 / 6,
});
