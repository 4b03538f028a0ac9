/** What a template reaches with its own seed. */
export interface Expected {
  readonly metric: 'accuracy' | 'perplexity';
  readonly value: number;
}

/** Of shipped templates, by id; written by scripts/expected.ts. */
export const EXPECTED: Readonly<Record<string, Expected>> = {
  committee: { metric: 'accuracy', value: 0.95 },
  distributed: { metric: 'accuracy', value: 0.96 },
  'early-exit': { metric: 'accuracy', value: 0.948 },
  evolutionary: { metric: 'accuracy', value: 0.96 },
  'evolving-parts': { metric: 'accuracy', value: 0.911 },
  federated: { metric: 'accuracy', value: 0.897 },
  'federated-schools': { metric: 'accuracy', value: 0.919 },
  'guarded-cascade': { metric: 'accuracy', value: 0.95 },
  hierarchical: { metric: 'accuracy', value: 0.936 },
  modular: { metric: 'accuracy', value: 0.957 },
  'organised-modules': { metric: 'accuracy', value: 0.848 },
  'ring-talk': { metric: 'accuracy', value: 0.946 },
  schooling: { metric: 'accuracy', value: 0.889 },
  'schools-under-a-hierarchy': { metric: 'accuracy', value: 0.923 },
  'self-organising': { metric: 'accuracy', value: 0.933 },
  storyteller: { metric: 'perplexity', value: 4.1 },
};
