import { expect, it } from 'vitest';
import { gate } from './gate.ts';
import { Laboratory } from './laboratory.ts';

it('gate: every effect, in its reduced form', async () => {
  const lab = await Laboratory.open();
  const { effects } = await gate.fast({ lab, seeds: [1], scale: 0.4, say: () => undefined });
  lab.close();
  for (const { claim, holds, measured } of effects) expect(holds, `${claim}: ${measured}`).toBe(true);
}, 120_000);
