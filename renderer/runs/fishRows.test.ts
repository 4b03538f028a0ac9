import { describe, expect, it } from 'vitest';
import { type FishRow, sortRows } from './fishRows.ts';

const row = (index: number, name: string, quality: number | null): FishRow => ({
  id: name,
  nodeId: name,
  index,
  name,
  state: quality === null ? 'dead' : 'live',
  look: '',
  tone: '',
  quality,
  loss: null,
  trainLoss: null,
  gradNorm: null,
  examples: 10,
  share: 0.5,
  rate: null,
  speed: null,
  messages: null,
  contribution: null,
  reputation: null,
  fitness: null,
});
const rows = [row(0, 'Fish 10', 0.7), row(1, 'Fish 2', null), row(2, 'Fish 1', 0.9)];

describe('fish table order', () => {
  it('counts names as people do', () => {
    expect(sortRows(rows, 'name', false).map(({ name }) => name)).toEqual(['Fish 1', 'Fish 2', 'Fish 10']);
  });
  it('keeps dead fish at the end in both directions', () => {
    expect(sortRows(rows, 'quality', false).map(({ name }) => name)).toEqual(['Fish 10', 'Fish 1', 'Fish 2']);
    expect(sortRows(rows, 'quality', true).map(({ name }) => name)).toEqual(['Fish 1', 'Fish 10', 'Fish 2']);
  });
  it('keeps the order of the swarm among equals', () => {
    expect(sortRows(rows, 'share', true).map(({ index }) => index)).toEqual([0, 1, 2]);
  });
});
