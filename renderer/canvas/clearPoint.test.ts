import { describe, expect, it } from 'vitest';
import { clearPoint, pointOf } from './clearPoint.ts';

const straight = 'M0,100 C100,100 200,100 300,100';
const label = { width: 60, height: 20 };
const node = (x: number, width: number) => ({ x, y: 40, width, height: 120 });

describe('the place of a label on a link', () => {
  it('is its middle, where nothing lies', () => {
    expect(clearPoint(straight, label, [])).toEqual({ x: 150, y: 100 });
    expect(pointOf('M0,0 C50,0 50,-80.5 100,-80.5', 0.5)).toEqual({ x: 50, y: -40.25 });
  });

  it('is beside a node that the link passes behind, and nowhere where it does so all along', () => {
    const place = clearPoint(straight, label, [node(120, 100)]);
    expect(place?.x).toBeLessThan(120 - 30);
    expect(clearPoint(straight, label, [node(-100, 500)])).toBeNull();
  });

  it('is nowhere on a link that is shorter than the label', () => {
    expect(clearPoint('M0,100 C20,100 30,100 50,100', label, [node(-196, 196), node(50, 196)])).toBeNull();
  });
});
