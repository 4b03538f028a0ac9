import { describe, expect, it } from 'vitest';
import { tellLosses, tellOf } from './fishNews.ts';

const names = ['Ann', 'Ben', 'Cy', 'Dee', 'Eve'];
const deaths = (count: number, roundOf = (_index: number) => 7) =>
  names.slice(0, count).map((name, index) => ({
    kind: 'fish-dead' as const,
    name,
    label: `${name} died`,
    round: roundOf(index),
  }));
const takeovers = (count: number) =>
  names.slice(0, count).map((name) => ({
    kind: 'takeover' as const,
    name,
    label: `${name} stopped, its share went to Zoe`,
    round: 8,
  }));
const nothing = { takeovers: [], levels: [], recovered: null };

describe('news of fish', () => {
  it('tells of one in its own words', () => {
    expect(tellOf(deaths(1))).toEqual({ text: 'Ann died at round 7', list: [] });
  });

  it('tells of many in one line, with a list of all', () => {
    expect(tellOf(deaths(5)).text).toBe('5 fish died at round 7: Ann, Ben, Cy and 2 more');
    expect(tellOf(deaths(3, (index) => 7 + index)).text).toBe('3 fish died in rounds 7 to 9: Ann, Ben, Cy');
    expect(tellOf(deaths(5)).list).toEqual(names.map((name) => `${name} died at round 7`));
  });

  it('tells of losses and all that came of them in one notice', () => {
    const one = tellLosses({ ...nothing, deaths: deaths(1), takeovers: takeovers(1) });
    expect(one.text).toBe('Ann died at round 7 · Ann stopped, its share went to Zoe');
    const many = tellLosses({
      deaths: deaths(5),
      takeovers: takeovers(4),
      levels: ['Large for Robust'],
      recovered: 3,
    });
    expect(many.text).toBe(
      '5 fish died at round 7: Ann, Ben, Cy and 2 more · 4 takeovers · Large for Robust in the cascade · accuracy is back after 3 rounds',
    );
    expect(many.list).toHaveLength(10);
    expect(tellLosses({ ...nothing, deaths: [], recovered: 1 }).text).toBe('accuracy is back after 1 round');
  });
});
