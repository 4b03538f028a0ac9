import { describe, expect, it } from 'vitest';
import { numberText } from '../../ui/format.ts';
import { chosenFish, fishText } from './FishControl.tsx';
import { parseNumber } from './NumberControl.tsx';
import { nearestStep, niceSteps } from './niceSteps.ts';

describe('numbers', () => {
  it('reads what people type', () => {
    expect(parseNumber('0,5')).toBe(0.5);
    expect(parseNumber(' 1e-3 ')).toBe(0.001);
    expect(parseNumber('')).toBeNull();
    expect(parseNumber('12x')).toBeUndefined();
    expect(parseNumber('Infinity')).toBeUndefined();
  });

  it('writes them so that they read back', () => {
    for (const value of [0, 1, 0.001, 3.5e-6, 1e-7, 64, -2.25])
      expect(parseNumber(numberText(value))).toBe(value);
  });
});

describe('niceSteps', () => {
  it('stops sizes at powers of two and their halves between, and the ends', () => {
    expect(niceSteps(4, 64, true)).toEqual([4, 8, 12, 16, 24, 32, 48, 64]);
  });

  it('stops rates at 1, 2 and 5', () => {
    expect(niceSteps(0.001, 0.1, false)).toEqual([0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1]);
  });

  it('finds the nearest by ratio', () => {
    const steps = niceSteps(1e-7, 10, false);
    expect(steps[nearestStep(steps, 0.0011)]).toBe(0.001);
    expect(steps[nearestStep(steps, 1000)]).toBe(10);
  });
});

describe('which fish', () => {
  it('goes between text and choice', () => {
    expect(chosenFish('all')).toBeNull();
    expect([...chosenFish('1, 3')!]).toEqual([1, 3]);
    expect(fishText(new Set([3, 1]), 8)).toBe('1, 3');
    expect(fishText(new Set(), 8)).toBe('all');
    expect(fishText(new Set([1, 2]), 2)).toBe('all');
  });
});
