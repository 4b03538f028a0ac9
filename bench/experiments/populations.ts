import type { SwarmDocument } from '#engine/document/schema.ts';
import { documentOf, SMALL_FISH } from './documents.ts';

type Params = Readonly<Record<string, unknown>>;

const LINKS = [
  'data.examples > part.examples',
  'part.examples > fish.examples',
  'fish.prediction > mean.prediction',
  'mean.prediction > goal.prediction',
  'evolution.control > fish.control',
];

export interface Setting {
  readonly data: Params;
  readonly fish?: Params;
  readonly steps: number;
}

/** Rounds in which the experts of a shared ancestor are one, and in which all specialise. */
export interface Training {
  readonly together: number;
  readonly alone: number;
}

/**
 * Eight experts: parts of very different classes (Dirichlet .5), learnt from one ancestor or from starts of their own;
 * then an evolution of frozen fish.
 */
export function experts(
  { data, fish = {}, steps }: Setting,
  start: 'shared' | 'own',
  { together, alone }: Training,
  method: Params & { readonly generations: number },
): SwarmDocument {
  const trained = together + alone;
  return documentOf({
    nodes: {
      data: { kind: 'dataset', validationFraction: 0.1, ...data },
      part: { kind: 'shard', mode: 'dirichlet', alpha: 0.5 },
      fish: { kind: 'fish', ...SMALL_FISH, count: 8, ...fish },
      mean: { kind: 'average' },
      goal: { kind: 'goal' },
      evolution: {
        kind: 'evolve',
        start,
        together: start === 'shared' ? together : 0,
        first: trained,
        learn: false,
        fitness: 'accuracy',
        ...method,
      },
    },
    links: LINKS,
    run: {
      rounds: trained + method.generations - 1,
      local: { unit: 'steps', amount: steps },
      batchSize: 32,
      evaluateEvery: 10_000,
      checkpointEvery: 10_000,
    },
  });
}

/** Learning rates from far too small to too large, a fish each: what population based training has to sort out. */
const RATES = [0.00003, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1] as const;

/** Eight fish that differ in their learning rates only, all reading the same examples. */
export function rates({ data, fish = {}, steps }: Setting, rounds: number, evolution: Params): SwarmDocument {
  const ids = RATES.map((_, i) => `fish${i + 1}`);
  return documentOf({
    nodes: {
      data: { kind: 'dataset', validationFraction: 0.1, ...data },
      part: { kind: 'shard', mode: 'shared' },
      ...Object.fromEntries(
        ids.map((id, i) => [id, { kind: 'fish', ...SMALL_FISH, ...fish, count: 1, learningRate: RATES[i] }]),
      ),
      mean: { kind: 'average' },
      goal: { kind: 'goal' },
      evolution: { kind: 'evolve', method: 'pbt', start: 'own', fitness: 'loss', ...evolution },
    },
    links: [
      'data.examples > part.examples',
      'mean.prediction > goal.prediction',
      ...ids.flatMap((id) => [
        `part.examples > ${id}.examples`,
        `${id}.prediction > mean.prediction`,
        `evolution.control > ${id}.control`,
      ]),
    ],
    run: {
      rounds,
      local: { unit: 'steps', amount: steps },
      batchSize: 32,
      evaluateEvery: 10_000,
      checkpointEvery: 10_000,
    },
  });
}
