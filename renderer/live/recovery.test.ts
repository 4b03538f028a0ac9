import { describe, expect, it } from 'vitest';
import { roundsToRecover } from './recovery.ts';
import { SeriesBuffer } from './seriesBuffer.ts';

const death = { id: 9, kind: 'fish-dead', round: 4, step: 40, time: 0, fish: 'a', label: 'A died' } as const;

function run(accuracy: readonly number[]) {
  const buffer = new SeriesBuffer();
  accuracy.forEach((value, at) => void buffer.push(at + 1, at + 1, (at + 1) * 10, 0, value));
  return { series: new Map([['swarm/accuracy', buffer]]) };
}

describe('roundsToRecover', () => {
  it('counts from the death to the first round as good as before it', () => {
    expect(roundsToRecover(run([0.5, 0.6, 0.7, 0.6, 0.65, 0.698]), death)).toBe(2);
  });

  it('is null while it has not recovered, never fell, or was never measured', () => {
    expect(roundsToRecover(run([0.5, 0.6, 0.7, 0.6, 0.65]), death)).toBeNull();
    expect(roundsToRecover(run([0.5, 0.6, 0.7, 0.71, 0.72]), death)).toBeNull();
    expect(roundsToRecover(run([]), death)).toBeNull();
    expect(roundsToRecover({ series: new Map() }, death)).toBeNull();
  });
});
