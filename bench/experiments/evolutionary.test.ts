import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distributed } from './distributed.ts';
import { evolutionary } from './evolutionary.ts';
import { Laboratory } from './laboratory.ts';

let lab: Laboratory;
beforeAll(async () => {
  lab = await Laboratory.open();
});
afterAll(() => lab.close());

describe.each([
  [distributed, 0.5],
  [evolutionary, 0.3],
])('$name, in a reduced form', (experiment, scale) => {
  it('shows every effect it claims', async () => {
    const { effects } = await experiment.fast({ lab, seeds: [1], scale, say: () => undefined });
    expect(effects.length).toBeGreaterThan(3);
    expect(effects.filter(({ holds }) => !holds)).toEqual([]);
  });
});
