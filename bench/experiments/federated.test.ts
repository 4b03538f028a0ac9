import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Experiment } from './experiment.ts';
import { federated } from './federated.ts';
import { federatedDistillation } from './federatedDistillation.ts';
import { federatedPrivacy } from './federatedPrivacy.ts';
import { federatedRobust } from './federatedRobust.ts';
import { gossip } from './gossip.ts';
import { Laboratory } from './laboratory.ts';

let lab: Laboratory;
beforeAll(async () => {
  lab = await Laboratory.open();
});
afterAll(() => lab.close());

async function effectsOf(experiment: Experiment, scale: number): Promise<ReadonlyMap<string, string>> {
  const { tables, effects } = await experiment.fast({ lab, seeds: [1], scale, say: () => undefined });
  for (const { rows, columns } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  return new Map(
    effects.map(({ claim, holds, measured }) => [claim, holds ? 'holds' : `does not hold: ${measured}`]),
  );
}

describe('in their reduced form', () => {
  it('weights travel instead of examples, and more local work needs fewer rounds', async () => {
    const effects = await effectsOf(federated, 0.5);
    expect([...effects.values()]).toEqual(['holds', 'holds', 'holds']);
  });

  it('robust servers hold where liars break the mean', async () => {
    const effects = await effectsOf(federatedRobust, 0.75);
    expect([...effects.values()]).toEqual(['holds', 'holds']);
  });

  it('noise spends less epsilon and costs accuracy; masks hide updates', async () => {
    const effects = await effectsOf(federatedPrivacy, 0.4);
    expect([...effects.values()]).toEqual(['holds', 'holds', 'holds', 'holds']);
  });

  it('clients of two shapes learn from answers to public text', async () => {
    const effects = await effectsOf(federatedDistillation, 0.7);
    expect([...effects.values()]).toEqual(['holds', 'holds', 'holds', 'holds']);
  });

  it('peers that mix weights know what others learned', async () => {
    const effects = await effectsOf(gossip, 0.6);
    expect([...effects.values()]).toEqual(['holds']);
  });
});
