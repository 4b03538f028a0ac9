import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GoalPlan, TalkLink } from '#engine/compile/plan.ts';
import type { FishId, LinkId, NodeId } from '#engine/core/brand.ts';
import { commonStart } from './commonStart.ts';
import { rateFactor } from './learningRate.ts';
import { firstHearing, nextHearing } from './mechanisms/weigh.ts';
import { metropolisPairs } from './metropolis.ts';
import { noteResult, stopReason } from './stopRule.ts';

// Numbers such as R3 are the rules of docs/spec/run.md.

const fish = (...names: string[]): FishId[] => names as FishId[]; // tests name fish themselves

const weightsLink = (from: string, to: string, more: Partial<TalkLink> = {}): TalkLink => ({
  linkId: `${from}-${to}` as LinkId,
  family: 'weights',
  from: from as FishId,
  to: to as FishId,
  strength: 1,
  every: 1,
  delay: 0,
  loss: 0,
  compression: 'none',
  trainable: false,
  hub: null,
  ...more,
});
const everybody = (): boolean => true;

describe('the learning rate (R3)', () => {
  it('rises over the warm-up and falls to almost nothing at the last step', () => {
    const linear = (step: number) => rateFactor({ schedule: 'linear', warmup: 0.2 }, step, 10);
    expect([1, 2, 3, 10].map(linear)).toEqual([0.5, 1, 1, 0.125]);
    const cosine = (step: number) => rateFactor({ schedule: 'cosine', warmup: 0 }, step, 100);
    expect(cosine(1)).toBe(1);
    expect(cosine(51)).toBeCloseTo(0.5, 10);
    expect(cosine(100)).toBeLessThan(0.001);
    expect(rateFactor({ schedule: 'constant', warmup: 0.5 }, 80, 100)).toBe(1);
    expect(rateFactor({ schedule: 'linear', warmup: 1 }, 10, 10)).toBe(1);
  });

  it('is never negative, never above 1, and above 0 while the run lasts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('constant' as const, 'linear' as const, 'cosine' as const),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (schedule, warmup, total, at) => {
          const factor = rateFactor({ schedule, warmup }, 1 + Math.floor(at * (total - 1)), total);
          return factor > 0 && factor <= 1;
        },
      ),
    );
  });
});

/** The mixing matrix of those pairs, row-major. */
function matrixOf(names: readonly FishId[], pairs: ReturnType<typeof metropolisPairs>): number[] {
  const n = names.length;
  const matrix = Array.from({ length: n * n }, (_, k): number => (k % (n + 1) === 0 ? 1 : 0));
  for (const { one, other, weight } of pairs) {
    const [i, j] = [names.indexOf(one), names.indexOf(other)];
    matrix[i * n + j] = weight;
    matrix[j * n + i] = weight;
    matrix[i * n + i]! -= weight;
    matrix[j * n + j]! -= weight;
  }
  return matrix;
}

describe('Metropolis weights (R6)', () => {
  const names = fish('a', 'b', 'c');

  it('are those of Xiao and Boyd on a path of three', () => {
    const pairs = metropolisPairs(names, [weightsLink('a', 'b'), weightsLink('c', 'b')], everybody, 1);
    const third = 1 / 3;
    [1 - third, third, 0, third, 1 - 2 * third, third, 0, third, 1 - third].forEach((value, i) => {
      expect(matrixOf(names, pairs)[i]).toBeCloseTo(value, 12);
    });
    expect(pairs).toHaveLength(2);
  });

  it('leave the dead and links of other rounds alone', () => {
    const links = [weightsLink('a', 'b', { every: 3 }), weightsLink('b', 'c')];
    expect(metropolisPairs(names, links, (id) => id !== 'c', 2)).toEqual([]);
    const third = metropolisPairs(names, links, (id) => id !== 'c', 3);
    expect(matrixOf(names, third)).toEqual([0.5, 0.5, 0, 0.5, 0.5, 0, 0, 0, 1]);
  });

  it('take the stronger of two directions, and what it does to messages', () => {
    const links = [
      weightsLink('a', 'b', { strength: 0.2 }),
      weightsLink('b', 'a', { strength: 0.4, delay: 2 }),
    ];
    expect(metropolisPairs(names, links, everybody, 1)).toMatchObject([
      { one: 'a', other: 'b', weight: 0.2, link: { delay: 2 } },
    ]);
  });

  it('never take more than there is, on any graph', () => {
    const five = fish('a', 'b', 'c', 'd', 'e');
    const edge = fc.record({
      from: fc.constantFrom(...five),
      to: fc.constantFrom(...five),
      strength: fc.double({ min: 0, max: 5, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 20 }), (edges) => {
        const links = edges.map(({ from, to, strength }) => weightsLink(from, to, { strength }));
        for (const value of matrixOf(five, metropolisPairs(five, links, everybody, 1))) {
          expect(value).toBeGreaterThanOrEqual(-1e-12);
        }
      }),
    );
  });
});

describe('the common start (R7)', () => {
  it('is the first fish of those that weights links join', () => {
    const start = commonStart({
      fish: fish('a', 'b', 'c', 'd').map((id) => ({ id })),
      talk: [weightsLink('d', 'c'), weightsLink('b', 'd')],
      mechanisms: [],
    });
    expect(Object.fromEntries(start)).toEqual({ a: 'a', b: 'b', c: 'b', d: 'b' });
  });
});

describe('adaptive weights (R5)', () => {
  const plan = (by: 'fixed' | 'validation' | 'hedge') => ({
    nodeId: 'w' as NodeId,
    name: 'w',
    kind: 'weighted' as const,
    by,
    temperature: 0.5,
    eta: 2,
    inputs: fish('a', 'b').map((id, i) => ({
      kind: 'fish' as const,
      fish: id,
      linkId: 'l' as LinkId,
      weight: i + 1,
    })),
  });
  const losses = new Map<string, number>([
    ['a', 0.25],
    ['b', 1],
  ]);
  const lossOf = (source: { kind: string; fish?: string }) => losses.get(source.fish ?? '') ?? null;

  it('by validation are a softmax of the likelihood, by Hedge a product of penalties, else the strengths', () => {
    const validation = nextHearing(plan('validation'), firstHearing(plan('validation')), lossOf);
    expect(validation).toEqual({ a: -0.5, b: -2 });
    const hedge = plan('hedge');
    const twice = nextHearing(hedge, nextHearing(hedge, firstHearing(hedge), lossOf), lossOf);
    expect(twice).toEqual({ a: -1, b: -4 });
    const fixed = firstHearing(plan('fixed'));
    expect(fixed).toEqual({ a: 0, b: Math.log(2) });
    expect(nextHearing(plan('fixed'), fixed, lossOf)).toEqual(fixed);
  });

  it('stay as they are for a source that was not measured', () => {
    expect(nextHearing(plan('hedge'), { a: -3, b: -1 }, () => null)).toEqual({ a: -3, b: -1 });
  });
});

describe('stop rules (R13)', () => {
  const goal = (more: Partial<GoalPlan>): GoalPlan => ({
    nodeId: 'goal' as NodeId,
    answer: { kind: 'fish', fish: 'a' as FishId, linkId: 'l' as LinkId, weight: 1 },
    metric: 'accuracy',
    target: null,
    stop: 'rounds',
    patience: 2,
    labelSmoothing: 0,
    ...more,
  });
  const start = () => ({ best: null, since: 0, reached: false });

  it('end at the target: at least for accuracy, at most for loss', () => {
    const accuracy = goal({ stop: 'target', target: 0.9 });
    const stop = start();
    noteResult(accuracy, stop, 0.89);
    expect(stopReason(accuracy, stop, 1, 10)).toBeNull();
    noteResult(accuracy, stop, 0.9);
    expect(stopReason(accuracy, stop, 2, 10)).toBe('target');
    const loss = goal({ stop: 'target', target: 0.5, metric: 'loss' });
    const other = start();
    noteResult(loss, other, 0.6);
    expect(stopReason(loss, other, 1, 10)).toBeNull();
    noteResult(loss, other, 0.5);
    expect(stopReason(loss, other, 2, 10)).toBe('target');
  });

  it('end after `patience` evaluations without improvement, and after all rounds', () => {
    const patient = goal({ stop: 'patience' });
    const stop = start();
    for (const value of [0.5, 0.6, 0.6]) noteResult(patient, stop, value);
    expect(stopReason(patient, stop, 3, 10)).toBeNull();
    noteResult(patient, stop, 0.59);
    expect(stopReason(patient, stop, 4, 10)).toBe('patience');
    expect(stopReason(goal({}), start(), 10, 10)).toBe('rounds');
  });
});
