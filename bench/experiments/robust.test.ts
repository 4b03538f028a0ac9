import { expect, it } from 'vitest';
import { Laboratory } from './laboratory.ts';
import { robust } from './robust.ts';

it('robust: every effect, in its reduced form', async () => {
  const lab = await Laboratory.open();
  const { effects } = await robust.fast({ lab, seeds: [1], scale: 0.4, say: () => undefined });
  lab.close();
  for (const { claim, holds, measured } of effects) expect(holds, `${claim}: ${measured}`).toBe(true);
}, 120_000);
