import { describe, expect, it } from 'vitest';
import { learningRateAt } from './schedule.ts';

describe('learningRateAt', () => {
  const schedule = { peak: 2, warmupSteps: 4, totalSteps: 14 } as const;
  it('warms up linearly, then is constant, linear or cosine', () => {
    for (const kind of ['constant', 'linear', 'cosine'] as const) {
      expect([1, 2, 3, 4, 5].map((step) => learningRateAt({ ...schedule, kind }, step))).toEqual([
        0.5, 1, 1.5, 2, 2,
      ]);
    }
    expect(learningRateAt({ ...schedule, kind: 'constant' }, 99)).toBe(2);
    expect(learningRateAt({ ...schedule, kind: 'linear' }, 10)).toBeCloseTo(1);
    expect(learningRateAt({ ...schedule, kind: 'cosine' }, 10)).toBeCloseTo(1);
    for (const kind of ['linear', 'cosine'] as const) {
      expect(learningRateAt({ ...schedule, kind }, 14)).toBeGreaterThan(0);
      expect(learningRateAt({ ...schedule, kind }, 15)).toBeCloseTo(0);
      expect(learningRateAt({ ...schedule, kind }, 99)).toBeCloseTo(0);
    }
    expect(learningRateAt({ kind: 'linear', peak: 2, warmupSteps: 0, totalSteps: 10 }, 1)).toBe(2);
  });
});
