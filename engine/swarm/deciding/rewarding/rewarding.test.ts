import { describe, expect, it } from 'vitest';
import { randomStream } from '#engine/core/random.ts';
import { testListener } from '../deciding.testing.ts';
import { POLICIES } from './index.ts';
import { firstPolicy, type PolicyMemory, type PolicySettings } from './policy.ts';

const SETTINGS: PolicySettings = { rate: 2, forget: 0.05, explore: 0.2, penalty: true, voiceCost: 0 };
const CALM = testListener({ skills: { a: 0.8, b: 0.8, c: 0.8, d: 0.8, e: 0.8, f: 0.8 } });
const BAD = testListener({ skills: { a: 0.8, b: 0.8, c: 0, d: 0, e: 0, f: 0 } });

function play(
  name: keyof typeof POLICIES,
  decisions: number,
  memory: PolicyMemory,
  more: Partial<PolicySettings> = {},
  listener = BAD,
): void {
  const random = randomStream(1, name, decisions);
  for (let decision = 0; decision < decisions; decision++)
    POLICIES[name].learn({ listener, rows: listener.draw(32, random), random }, memory, {
      ...SETTINGS,
      ...more,
    });
}

const opened = (name: keyof typeof POLICIES, memory: PolicyMemory): number[] =>
  POLICIES[name].open(BAD, memory);

describe.each([
  ['ucb', {}],
  ['thompson', {}],
  ['hedge', { rate: 0.5 }],
  ['reinforce', {}],
  ['difference', {}],
] as const)('%s (R48)', (name, more) => {
  it('hears the honest two again after four of six turned bad', () => {
    const memory = firstPolicy();
    play(name, 100, memory, more, CALM);
    const before = BAD.quality(opened(name, memory));
    play(name, 300, memory, more);
    expect(before).toBeLessThan(0.5);
    expect(BAD.quality(opened(name, memory))).toBeGreaterThan(0.6);
  });

  it('hears somebody before it has learned anything', () => {
    expect(Math.max(...opened(name, firstPolicy()))).toBeGreaterThan(0);
  });
});

describe('rewards (R48)', () => {
  it('EXP3 comes to prefer the honest, though it learns from one voice a decision', () => {
    const memory = firstPolicy();
    play('exp3', 2000, memory, { forget: 0.001, rate: 0.2 });
    const shares = opened('exp3', memory);
    expect(shares[0]! + shares[1]!).toBeGreaterThan(0.8);
  });

  it('without penalty a choice that fails moves nothing', () => {
    const lost = testListener({ skills: { a: 0, b: 0, c: 0 } });
    const memory = firstPolicy();
    play('reinforce', 20, memory, { penalty: false }, lost);
    expect(Object.values(memory.theta)).toEqual([0, 0, 0]);
  });

  it('messages that cost more than they bring are not sent', () => {
    const memory = firstPolicy();
    const listener = testListener({ skills: { a: 0.9, b: 0.9, c: 0.9 } });
    play('difference', 300, memory, { voiceCost: 0.3 }, listener);
    const heard = POLICIES.difference.open(listener, memory).filter((open) => open > 0.5);
    expect(heard).toHaveLength(1);
  });

  it('a newcomer begins with the mean weight of Hedge, and with even odds elsewhere', () => {
    const memory = { ...firstPolicy(), theta: { a: Math.log(0.75), b: Math.log(0.25) } };
    const three = testListener({ skills: { a: 1, b: 1, n: 1 } });
    expect(POLICIES.hedge.open(three, memory)[2]).toBeCloseTo(1 / 3, 10);
    expect(POLICIES.reinforce.reputation(three, firstPolicy())[2]).toBe(0.5);
  });
});
