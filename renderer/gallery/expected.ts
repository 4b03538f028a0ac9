/** What a template reaches with its own seed. */
export interface Expected {
  readonly metric: 'accuracy' | 'perplexity';
  readonly value: number;
}

/** Of shipped templates, by id; written by scripts/expected.ts. */
export const EXPECTED: Readonly<Record<string, Expected>> = {
  committee: { metric: 'accuracy', value: 0.95 },
  distributed: { metric: 'accuracy', value: 0.855 },
  evolutionary: { metric: 'accuracy', value: 0.96 },
  'evolving-parts': { metric: 'accuracy', value: 0.911 },
  'federated-schools': { metric: 'accuracy', value: 0.919 },
};
