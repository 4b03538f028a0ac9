import { describe, expect, it } from 'vitest';
import type { LinkId, RunId } from '#engine/core/brand.ts';
import { buildSwarm } from '#engine/document/build.testing.ts';
import type { FishInfo, RunEvent } from '#engine/protocol/events.ts';
import { applyEvents } from './applyEvents.ts';
import { newLiveRun } from './liveRun.ts';
import { standIns, takenOver } from './standIns.ts';

const fish = (id: string, nodeId: string, name: string, parameters = 100): FishInfo => ({
  id,
  nodeId,
  name,
  school: '1',
  parameters,
  examples: 10,
});
const swarm = buildSwarm(
  {
    data: ['dataset'],
    ann: ['fish', { count: 2 }],
    ben: ['fish'],
    keeper: ['supervise'],
    levels: ['cascade'],
    goal: ['goal'],
  },
  [
    'ann.prediction -> levels.prediction',
    'ben.prediction -> levels.prediction',
    'levels.prediction -> goal.prediction',
  ],
);
const begun = {
  ...newLiveRun('run' as RunId), // any id
  fish: [fish('ann:1', 'ann', 'Ann 1'), fish('ann:2', 'ann', 'Ann 2'), fish('ben', 'ben', 'Ben', 900)],
  fishState: { 'ann:1': 'running', 'ann:2': 'running', ben: 'running' } as const,
};
const at = (id: number) => ({ id, round: id, time: id });
const dead = (id: number, one: string): RunEvent => ({
  ...at(id),
  type: 'fish',
  fish: one,
  state: 'dead',
  cause: 'you',
});
const takeover = (id: number, one: string, to: string[]): RunEvent => ({
  ...at(id),
  type: 'takeover',
  nodeId: 'keeper',
  fish: one,
  to,
  message: '',
});

describe('who stands in for whom', () => {
  it('is what supervisors said, until the fish is back', () => {
    const run = applyEvents(begun, [dead(1, 'ben'), takeover(2, 'ben', ['ann:1', 'ann:2'])]);
    expect(standIns(run, null)).toEqual([{ id: 2, from: 'ben', to: 'ann', text: '2 fish for Ben' }]);
    const link = (id: string) => swarm.links[id as LinkId]!; // ids given below
    expect(takenOver(run, link('link-1'), 'prediction')).toBe(2);
    expect(takenOver(run, link('link-2'), 'prediction')).toBe(0);
    expect(takenOver(run, link('link-1'), 'control')).toBe(0);
    expect(takenOver({ ...run, time: 60_000 }, link('link-1'), 'prediction')).toBe(0);
    const back: RunEvent = { ...at(3), type: 'fish', fish: 'ben', state: 'running', cause: 'you' };
    expect(standIns(applyEvents(run, [back, takeover(4, 'ben', [])]), null)).toEqual([]);
  });

  it('is the next level of a cascade once nobody is left of one', () => {
    const one = applyEvents(begun, [dead(1, 'ann:1')]);
    expect(standIns(one, swarm)).toEqual([]);
    const both = applyEvents(one, [dead(2, 'ann:2')]);
    expect(standIns(both, swarm)).toMatchObject([{ id: 2, from: 'ann', to: 'ben' }]);
    expect(standIns(applyEvents(both, [dead(3, 'ben')]), swarm)).toEqual([]);
  });
});
