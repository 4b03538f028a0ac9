import { describe, expect, it } from 'vitest';
import { hearingMatrix } from './hearingMatrix.ts';

describe('hearingMatrix', () => {
  it('has a row for each who hears and a column for each who speaks, in natural order', () => {
    const link = (from: string, to: string, open: number) => ({ from, to, open, trust: open / 2 });
    const { sources, listeners, cells } = hearingMatrix({
      round: 3,
      links: [link('a:10', 'mean', 1), link('a:2', 'mean', 0), link('a:2', 'a:10', 1)],
    });
    expect(sources).toEqual(['a:2', 'a:10']);
    expect(listeners).toEqual(['a:10', 'mean']);
    expect(cells).toEqual([
      [{ open: 1, trust: 0.5 }, null],
      [
        { open: 0, trust: 0 },
        { open: 1, trust: 0.5 },
      ],
    ]);
  });
});
