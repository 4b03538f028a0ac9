import { describe, expect, it } from 'vitest';
import type { RunId } from '#engine/core/brand.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import { applyEvents } from './applyEvents.ts';
import { newLiveRun } from './liveRun.ts';
import { takeHistory } from './takeHistory.ts';

const history = {
  lastEvent: 40,
  epoch: 0,
  series: [
    {
      name: 'swarm/loss',
      size: 2,
      total: 4,
      round: [2, 4],
      step: [20, 40],
      time: [200, 400],
      last: [3, 1],
      min: [3, 1],
      max: [9, 2],
    },
  ],
};
const metrics = (id: number, round: number, value: number): RunEvent => ({
  id,
  round,
  time: round * 100,
  type: 'metrics',
  step: round * 10,
  values: { 'swarm/loss': value },
});

describe('a run opened from its history', () => {
  it('knows its last values at once and goes on with the stream', () => {
    const opened = takeHistory(newLiveRun('r' as RunId), history);
    expect([opened.latest['swarm/loss'], opened.round, opened.step]).toEqual([1, 4, 40]);
    const { series, latest } = applyEvents(opened, [metrics(41, 5, 0.5), metrics(42, 6, 0.25)]);
    expect(latest['swarm/loss']).toBe(0.25);
    const { high, value } = series.get('swarm/loss')!.columns();
    expect([...high]).toEqual([9, 2, 0.5]);
    expect([...value]).toEqual([3, 1, 0.25]);
  });

  it('asks for its history anew when the run went back behind it, and not when it did not', () => {
    const opened = applyEvents(takeHistory(newLiveRun('r' as RunId), history), [metrics(41, 5, 0.5)]);
    expect(applyEvents(opened, [metrics(30, 3, 7)]).historyLost).toBe(true);
    expect(applyEvents(opened, [metrics(42, 5, 7)]).historyLost).toBe(false);
  });

  it('tells where marks of before stand on an axis of steps', () => {
    const opened = { ...takeHistory(newLiveRun('r' as RunId), history), stepsPerRound: 10 };
    const told = applyEvents(opened, [
      { id: 9, round: 3, time: 300, type: 'fish', fish: 'a', state: 'dead', cause: 'fault' },
    ]);
    expect(told.markers[0]?.step).toBe(20);
  });
});
