import { describe, expect, it } from 'vitest';
import { wheelKind } from './wheelKind.ts';

const wheel = (deltaX: number, deltaY: number, rest = {}) =>
  wheelKind({ deltaX, deltaY, deltaMode: 0, ctrlKey: false, shiftKey: false, ...rest });

describe('what turned the wheel', () => {
  it('is told by the size and direction of the step', () => {
    expect(wheel(0, 120)).toBe('mouse');
    expect(wheel(0, 3, { deltaMode: 1 })).toBe('mouse');
    expect(wheel(0, 4)).toBe('trackpad');
    expect(wheel(-7, 30)).toBe('trackpad');
    expect(wheel(0, 2.5, { ctrlKey: true })).toBeNull();
  });
});
