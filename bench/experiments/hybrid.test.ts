import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExperimentContext, Finding } from './experiment.ts';
import { hybridCascade } from './hybridCascade.ts';
import { hybridEvolution } from './hybridEvolution.ts';
import { hybridFederation } from './hybridFederation.ts';
import { hybridModules } from './hybridModules.ts';
import { Laboratory } from './laboratory.ts';

let lab: Laboratory;
beforeAll(async () => {
  lab = await Laboratory.open();
});
afterAll(() => lab.close());

async function numbersOf(measure: (context: ExperimentContext) => Promise<Finding>) {
  const { tables, effects } = await measure({ lab, seeds: [1], scale: 0.2, say: () => undefined });
  expect(effects.length).toBeGreaterThanOrEqual(2);
  for (const { rows, columns } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  return (row: string, column: string): number => {
    const at = tables[0]!.columns.indexOf(column);
    return Number(tables[0]!.rows.find(([name]) => name === row)?.[at]);
  };
}

describe('hybrids, reduced', () => {
  it('federated schools under a council upload sixteen times less, and want parts that are alike', async () => {
    const of = await numbersOf(hybridFederation);
    const tree = '2 schools of 4, heads every 4 rounds';
    expect(of(tree, 'uploads') * 16).toBe(of('flat FedAvg of 8', 'uploads'));
    expect(of(tree, 'accuracy')).toBeGreaterThan(of('schools clustered by label', 'accuracy'));
  });

  it('evolved experts are better alone than experts of parts', async () => {
    const of = await numbersOf(hybridEvolution);
    expect(of('evolved too', '7 dead')).toBeGreaterThan(of('distributed', '7 dead'));
  });

  it('organised modules are above modules alone when most of one module lie', async () => {
    const of = await numbersOf(hybridModules);
    expect(of('organised modules', 'all texts')).toBeGreaterThan(of('modules alone', 'all texts'));
  });

  it('a guarded cascade answers whichever school is lost', async () => {
    const of = await numbersOf(hybridCascade);
    for (const lost of ['and young school lost', 'and old school lost'])
      expect(of('guarded cascade', lost)).toBeGreaterThan(0.2);
  });
});
