import { beforeEach, describe, expect, it } from 'vitest';
import { addChart, chartsOn, moveChart, pickChart, removeChart, useChartBoard } from './chartBoard.ts';

const charts = (proposed?: readonly string[]): readonly string[] =>
  chartsOn(useChartBoard.getState(), proposed);
const mine = undefined;

describe('the board of charts', () => {
  beforeEach(() => useChartBoard.setState({ charts: ['quality', 'loss'], changed: {} }));

  it('takes any number of charts, the same one twice as well', () => {
    addChart(mine, 'diversity');
    addChart(mine, 'loss');
    expect(charts()).toEqual(['quality', 'loss', 'diversity', 'loss']);
    removeChart(mine, 1);
    expect(charts()).toEqual(['quality', 'diversity', 'loss']);
    pickChart(mine, 0, 'link/bytes');
    expect(charts()).toEqual(['link/bytes', 'diversity', 'loss']);
  });

  it('moves charts and leaves the ends alone', () => {
    addChart(mine, 'diversity');
    moveChart(mine, 2, 0);
    expect(charts()).toEqual(['diversity', 'quality', 'loss']);
    moveChart(mine, 0, -1);
    moveChart(mine, 2, 3);
    expect(charts()).toEqual(['diversity', 'quality', 'loss']);
  });

  it('shows what a document proposes until it is changed there, and leaves the charts of others alone', () => {
    const cascade = ['nodes/accuracy', 'node/cascade/cost'];
    const gate = ['nodes/accuracy', 'node/gate/weight'];
    expect(charts(cascade)).toEqual(cascade);
    removeChart(cascade, 0);
    addChart(cascade, 'loss');
    expect(charts(cascade)).toEqual(['node/cascade/cost', 'loss']);
    expect(charts(gate)).toEqual(gate);
    expect(charts()).toEqual(['quality', 'loss']);
  });
});
