import { describe, expect, it } from 'vitest';
import type { EdgeSettings } from '#engine/compile/mechanisms/organise.ts';
import { randomStream } from '#engine/core/random.ts';
import { testListener } from '../deciding.testing.ts';
import type { Choice } from './choice.ts';
import { connect, partsOf } from './connect.ts';
import { firstEdges, learnEdges } from './edges.ts';
import { firstRoles, learnRoles } from './roles.ts';
import { firstTrails, learnTrails } from './trails.ts';
import { firstTrust, learnTrust } from './usefulness.ts';

const SKILLS = { a: 0.8, b: 0.8, c: 0.8, x: 0, y: 0, z: 0, w: 0 };
const HONEST = ['a', 'b', 'c'];
const LIARS = ['x', 'y', 'z', 'w'];

const trusts = ({ trust }: Choice, ids: readonly string[]): number[] => ids.map((id) => trust[id]!);

/** Learns for so many rounds. */
function rounds(count: number, learn: (round: number) => Choice): Choice {
  let choice = learn(1);
  for (let round = 2; round <= count; round++) choice = learn(round);
  return choice;
}

describe('edge probabilities (R47)', () => {
  const settings: EdgeSettings = {
    samples: 32,
    rows: 32,
    utility: 'accuracy',
    rate: 2,
    baseline: true,
    linkCost: 0,
    cut: 0.1,
  };
  const learn = (more: Partial<EdgeSettings> = {}): Choice => {
    const memory = firstEdges();
    const listener = testListener({ skills: SKILLS });
    return rounds(15, (round) =>
      learnEdges(listener, memory, { ...settings, ...more }, randomStream(1, 'edges', round)),
    );
  };

  it('find three honest among four colluding liars, close the liars, and stay between 2 and 98 %', () => {
    const choice = learn();
    for (const p of trusts(choice, HONEST)) expect(p).toBeGreaterThan(0.8);
    for (const p of trusts(choice, LIARS)) expect(p).toBeLessThanOrEqual(0.1);
    for (const id of LIARS) expect(choice.open[id]).toBe(0);
    for (const p of Object.values(choice.trust)) {
      expect(p).toBeGreaterThan(0.0199);
      expect(p).toBeLessThan(0.9801);
    }
  });

  it('by likelihood also cut off the one liar that changes no answer', () => {
    const listener = testListener({ skills: { a: 0.9, b: 0.9, c: 0.9, x: 0 } });
    const memory = firstEdges();
    const choice = rounds(15, (round) =>
      learnEdges(listener, memory, { ...settings, utility: 'likelihood' }, randomStream(1, 'edges', round)),
    );
    expect(choice.trust.x).toBeLessThan(0.05);
    for (const p of trusts(choice, HONEST)) expect(p).toBeGreaterThan(0.7);
  });

  it('with links that cost as much as they bring keeps fewer of the honest', () => {
    const open = (choice: Choice) => HONEST.reduce((sum, id) => sum + choice.trust[id]!, 0);
    expect(open(learn({ linkCost: 0.3 }))).toBeLessThan(open(learn()));
  });
});

describe('trust by usefulness (R47)', () => {
  it('of an aggregator goes to the best voices, and keeps k of them open', () => {
    const listener = testListener({ skills: { a: 0.9, b: 0.8, x: 0.1 } });
    const memory = firstTrust();
    const choice = rounds(10, () => learnTrust(listener, memory, { forget: 0.3, temperature: 0.5, keep: 2 }));
    expect(choice.trust.a).toBeGreaterThan(choice.trust.b!);
    expect(choice.trust.b).toBeGreaterThan(choice.trust.x!);
    expect(choice.open).toMatchObject({ a: 1, x: 0 });
    expect(Object.values(choice.trust).reduce((p, q) => p + q, 0)).toBeCloseTo(1, 10);
  });

  it('moves by rho, gives a newcomer the mean, and forgets who left', () => {
    const settings = { forget: 0.5, temperature: 1e6, keep: 0 };
    const memory = { trust: { a: 0.8, b: 0.2 } };
    learnTrust(testListener({ skills: { a: 0.5, b: 0.5 } }), memory, settings);
    expect(memory.trust.a).toBeCloseTo(0.65, 4);
    const { trust } = learnTrust(testListener({ skills: { b: 0.5, c: 0.5 } }), memory, settings);
    expect(Object.keys(trust)).toEqual(['b', 'c']);
    expect(trust.c).toBeCloseTo(trust.b!, 4);
  });
});

describe('roles (R47)', () => {
  it('let those step forward who help, and those back who harm', () => {
    const memory = firstRoles();
    const listener = testListener({ skills: SKILLS });
    const choice = rounds(60, (round) =>
      learnRoles(listener, memory, { step: 0.1, relief: 0.1 }, randomStream(1, 'roles', round)),
    );
    const ready = trusts(choice, HONEST);
    expect(Math.min(...ready)).toBeGreaterThan(Math.max(...trusts(choice, LIARS)));
    expect(Object.values(choice.open).some((open) => open === 1)).toBe(true);
  });
});

describe('trails (R47)', () => {
  it('lead to the voices that answer well together', () => {
    const memory = firstTrails();
    const listener = testListener({ skills: SKILLS });
    const choice = rounds(20, (round) =>
      learnTrails(
        listener,
        memory,
        { samples: 32, rows: 32, forget: 0.3, keep: 3 },
        randomStream(1, 'trails', round),
      ),
    );
    expect(HONEST.every((id) => choice.open[id]! > 0)).toBe(true);
    expect(LIARS.every((id) => choice.open[id] === 0)).toBe(true);
  });
});

describe('a network', () => {
  const members = ['a', 'b', 'c', 'd'];
  const choice = (open: Record<string, number>, trust: Record<string, number> = open): Choice => ({
    open,
    trust,
  });
  const apart = new Map([
    ['a', choice({ b: 1, c: 0, d: 0 }, { b: 0.6, c: 0.3, d: 0.1 })],
    ['b', choice({ a: 1, c: 0, d: 0 }, { a: 0.6, c: 0.2, d: 0.2 })],
    ['c', choice({ a: 0, b: 0, d: 1 }, { a: 0.1, b: 0.1, d: 0.8 })],
    ['d', choice({ a: 0, b: 0, c: 1 }, { a: 0.1, b: 0.1, c: 0.8 })],
  ]);

  it('in two parts is joined by its most trusted closed link alone', () => {
    expect(partsOf(members, apart).size).toBe(2);
    const joined = connect(members, apart);
    expect(partsOf(members, joined).size).toBe(1);
    expect(joined.get('a')?.open).toEqual({ b: 1, c: 0.3, d: 0 });
    for (const id of ['b', 'c', 'd']) expect(joined.get(id)).toEqual(apart.get(id));
  });

  it('without links to open stays as it is', () => {
    const alone = new Map([['a', choice({ b: 1 })]]);
    expect(partsOf(members, connect(members, alone)).size).toBe(3);
  });
});
