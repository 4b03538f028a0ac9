import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Laboratory } from './laboratory.ts';
import { schooling } from './schooling.ts';

let lab: Laboratory;
beforeAll(async () => {
  lab = await Laboratory.open();
});
afterAll(() => lab.close());

describe('the schooling experiment, reduced', () => {
  it('shows that alignment helps every fish, and that separation makes them differ', async () => {
    const { tables } = await schooling.fast({ lab, seeds: [1], scale: 0.5, say: () => undefined });
    const arm = (name: string): number[] =>
      (tables[0]?.rows.find(([rule]) => rule === name) ?? []).slice(1).map(Number);
    const [fish, , ambiguity] = [0, 1, 2].map((column) => (name: string) => arm(name)[column]!);
    expect(fish!('alignment')).toBeGreaterThan(fish!('alone'));
    expect(ambiguity!('separation .5')).toBeGreaterThan(ambiguity!('alone'));
    expect(ambiguity!('alignment')).toBeLessThan(ambiguity!('alone'));
    expect(ambiguity!('zones')).toBeGreaterThan(ambiguity!('alignment'));
    expect(fish!('zones')).toBeGreaterThan(fish!('alone'));
  }, 240_000);
});
