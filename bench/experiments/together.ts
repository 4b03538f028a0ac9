import type { Finding } from './experiment.ts';

/** What several parts of an experiment found, as one. */
export const together = (findings: readonly Finding[]): Finding => ({
  tables: findings.flatMap(({ tables }) => tables),
  effects: findings.flatMap(({ effects }) => effects),
});
