import { expect, it } from 'vitest';
import { hierarchical } from './hierarchical.ts';
import { Laboratory } from './laboratory.ts';

it('hierarchical: a cascade beats its middle level for less than the deepest, and survives any death; so do exits and readers', async () => {
  const lab = await Laboratory.open();
  const { tables, effects } = await hierarchical.fast({ lab, seeds: [1], scale: 0.4, say: () => undefined });
  lab.close();
  const [, medium = Number.NaN] = tables[0]!.rows[1]!;
  const [threshold, accuracy, cost] = tables[1]!.rows[2]!;
  expect(threshold).toBe(0.8);
  expect(accuracy).toBeGreaterThan(Number(medium));
  expect(cost).toBeLessThan(1);
  // How near it comes to the deepest level, and how cheaply, needs fish that had time to learn.
  for (const { claim, holds, measured } of effects.slice(2))
    expect(holds, `${claim}: ${measured}`).toBe(true);
}, 120_000);
