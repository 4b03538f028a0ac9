import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Laboratory } from './laboratory.ts';
import { modular } from './modular.ts';

let lab: Laboratory;
beforeAll(async () => {
  lab = await Laboratory.open();
});
afterAll(() => lab.close());

describe('the modular experiment, reduced', () => {
  it('shows adding, return, removal and replacement, and modules that keep every bit', async () => {
    const { effects } = await modular.fast({ lab, seeds: [1], scale: 0.3, say: () => undefined });
    expect(effects.filter(({ holds }) => !holds)).toEqual([]);
    expect(effects).toHaveLength(7);
  }, 240_000);
});
