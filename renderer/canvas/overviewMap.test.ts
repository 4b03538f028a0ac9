import { describe, expect, it } from 'vitest';
import { boundsOf, OVERVIEW, overviewMap, overviewShapes } from './overviewMap.ts';

const box = (x: number, y: number, width = 200, height = 100) => ({ x, y, width, height });

describe('the overview', () => {
  it('draws a thousand nodes as one path for each colour, with what lies behind first', () => {
    const nodes = Array.from({ length: 1000 }, (_, i) => ({
      ...box(300 * (i % 40), 200 * Math.floor(i / 40)),
      colour: i % 2 === 0 ? 'fish' : 'probe',
    }));
    const shapes = overviewShapes([{ ...box(-50, -50, 13_000, 6000), colour: 'frame' }, ...nodes]);
    expect(shapes.map(({ colour }) => colour)).toEqual(['frame', 'fish', 'probe']);
    expect(shapes.map(({ path }) => path.match(/M/g)?.length)).toEqual([1, 500, 500]);
  });

  it('holds the swarm and what is in view, wherever that went', () => {
    const swarm = boundsOf([box(0, 0), box(2000, 900)])!;
    expect(swarm).toEqual(box(0, 0, 2200, 1000));
    for (const pane of [
      box(500, 300, 800, 500),
      box(-4000, 0, 800, 500),
      box(-5000, -5000, 20_000, 12_000),
    ]) {
      const { scale, left, top, view } = overviewMap(swarm, pane);
      const drawn = { x: left, y: top, width: 2200 * scale, height: 1000 * scale };
      for (const { x, y, width, height } of [drawn, view]) {
        expect(Math.min(x, y)).toBeGreaterThan(0);
        expect(x + width).toBeLessThan(OVERVIEW.width);
        expect(y + height).toBeLessThan(OVERVIEW.height);
      }
    }
  });

  it('lies still while the view moves within the swarm', () => {
    const swarm = box(0, 0, 6000, 4000);
    const { view: _one, ...before } = overviewMap(swarm, box(100, 100, 800, 500));
    const { view: _other, ...after } = overviewMap(swarm, box(3100, 2100, 800, 500));
    expect(after).toEqual(before);
  });
});
