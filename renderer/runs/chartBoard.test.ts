import { beforeEach, describe, expect, it } from 'vitest';
import { addChart, moveChart, pickChart, removeChart, useChartBoard } from './chartBoard.ts';

const charts = (): readonly string[] => useChartBoard.getState().charts;

describe('the board of charts', () => {
  beforeEach(() => useChartBoard.setState({ charts: ['quality', 'loss'] }));

  it('takes any number of charts, the same one twice as well', () => {
    addChart('diversity');
    addChart('loss');
    expect(charts()).toEqual(['quality', 'loss', 'diversity', 'loss']);
    removeChart(1);
    expect(charts()).toEqual(['quality', 'diversity', 'loss']);
    pickChart(0, 'link/bytes');
    expect(charts()).toEqual(['link/bytes', 'diversity', 'loss']);
  });

  it('moves charts and leaves the ends alone', () => {
    addChart('diversity');
    moveChart(2, 0);
    expect(charts()).toEqual(['diversity', 'quality', 'loss']);
    moveChart(0, -1);
    moveChart(2, 3);
    expect(charts()).toEqual(['diversity', 'quality', 'loss']);
  });
});
