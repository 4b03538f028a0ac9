import { describe, expect, it } from 'vitest';
import type { NodeId } from '#engine/core/brand.ts';
import { SeriesBuffer } from '../live/seriesBuffer.ts';
import { sparkPath } from './sparkPath.ts';

const node = 'a' as NodeId; // a test's id
const fish = ['a:1', 'a:2'].map((id) => ({
  id,
  nodeId: 'a',
  name: id,
  school: 's',
  parameters: 1,
  examples: 1,
}));

function seriesOf(values: Record<string, readonly number[]>) {
  return new Map(
    Object.entries(values).map(([name, all]) => {
      const buffer = new SeriesBuffer();
      all.forEach((value, at) => void buffer.push(at, at, at, at, value));
      return [name, buffer];
    }),
  );
}

describe('sparkPath', () => {
  it('draws the mean of the fish from the first point to the last', () => {
    const path = sparkPath(
      { fish, series: seriesOf({ 'fish/a:1/loss': [2, 1], 'fish/a:2/loss': [4, 1] }) },
      node,
    );
    expect(path).toBe('M0.0 2.0L174.0 24.0');
  });

  it('is empty before the second point and survives values that are no numbers', () => {
    expect(sparkPath({ fish, series: seriesOf({ 'fish/a:1/loss': [2] }) }, node)).toBe('');
    const path = sparkPath({ fish, series: seriesOf({ 'fish/a:1/loss': [2, Number.NaN, 1] }) }, node);
    expect(path).not.toContain('NaN');
  });

  it('never has more points than it can show', () => {
    const values = Array.from({ length: 10_000 }, (_, index) => 1 / (index + 1));
    expect(
      sparkPath({ fish, series: seriesOf({ 'fish/a:1/trainLoss': values }) }, node).split('L'),
    ).toHaveLength(58);
  });
});
