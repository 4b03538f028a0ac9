import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Experiment } from './experiment.ts';
import { Laboratory } from './laboratory.ts';
import { reinforcement } from './reinforcement.ts';
import { selfOrganising } from './self-organising.ts';

let lab: Laboratory;
beforeAll(async () => {
  lab = await Laboratory.open();
});
afterAll(() => lab.close());

async function effectsOf(experiment: Experiment): Promise<ReadonlyMap<string, string>> {
  const { tables, effects } = await experiment.fast({ lab, seeds: [1], scale: 0.5, say: () => undefined });
  for (const { rows, columns } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  return new Map(
    effects.map(({ claim, holds, measured }) => [claim, holds ? 'holds' : `does not hold: ${measured}`]),
  );
}

// A busy machine may take several times as long as an idle one.
describe('in their reduced form', { timeout: 180_000 }, () => {
  it('a swarm learns whom to hear, and a network mends itself', async () => {
    const effects = await effectsOf(selfOrganising);
    for (const claim of [
      'hearing everybody collapses where liars outnumber the honest',
      'learning whom to hear beats one fish and a random graph',
      'trust finds two hidden communities of data',
      'after the hub is killed the network is connected again',
    ])
      expect(effects.get(claim), claim).toBe('holds');
  });

  it('reward and penalty cut off who turned bad', async () => {
    const effects = await effectsOf(reinforcement);
    for (const claim of [
      'frozen weights collapse when four of six turn bad',
      'the difference reward regains 95 % of the oracle before one reward with a baseline',
      'without a controller the same swarm collapses',
    ])
      expect(effects.get(claim), claim).toBe('holds');
  });
});
