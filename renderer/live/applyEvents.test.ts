import { describe, expect, it } from 'vitest';
import type { LinkId, RunId } from '#engine/core/brand.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import { applyEvents } from './applyEvents.ts';
import { lookOf, lookWord } from './fishLook.ts';
import { newLiveRun, timeLeft } from './liveRun.ts';
import { liveStrength } from './runLinks.ts';

const fish = ['a:1', 'a:2'].map((id) => ({
  id,
  nodeId: 'a',
  name: id.toUpperCase(),
  school: 's',
  parameters: 1,
  examples: 1,
}));
const cost = {
  fish: 2,
  parameters: 2,
  flopsPerStep: 1,
  stepsPerRound: 1,
  secondsPerRound: null,
  memoryBytes: 1,
  messageBytesPerRound: 0,
  schools: 1,
  programs: 1,
};
const started: RunEvent = {
  id: 1,
  round: 0,
  time: 0,
  type: 'started',
  seed: 1,
  executor: 'onnx',
  threads: 1,
  engineVersion: '0',
  rounds: 10,
  stepsPerRound: 5,
  task: 'classification',
  labels: ['x', 'y'],
  bestAccuracy: null,
  fish,
  cost,
  notes: [],
  resumedFrom: 0,
};
const run = () => newLiveRun('r' as RunId); // a test's id
const metrics = (id: number, round: number, time: number, value: number): RunEvent => ({
  id,
  round,
  time,
  type: 'metrics',
  step: round * 5,
  values: { 'swarm/accuracy': value },
});

describe('applyEvents', () => {
  it('keeps latest values and appends to the series', () => {
    const next = applyEvents(run(), [started, metrics(2, 1, 100, 0.5), metrics(3, 2, 200, 0.6)]);
    expect(next.latest).toEqual({ 'swarm/accuracy': 0.6 });
    expect([...next.series.get('swarm/accuracy')!.columns().value]).toEqual([0.5, 0.6]);
    expect(next.round).toBe(2);
    expect(timeLeft(next)).toBe(800);
  });

  it('takes back what a run that returned to a checkpoint lived through', () => {
    const dead = {
      id: 3,
      round: 2,
      time: 150,
      type: 'fish',
      fish: 'a:1',
      state: 'dead',
      cause: 'fault',
    } as const satisfies RunEvent;
    const once = applyEvents(run(), [started, metrics(2, 1, 100, 0.5), dead, metrics(4, 2, 200, 0.6)]);
    const again = applyEvents(once, [metrics(3, 2, 180, 0.7)]);
    expect([...again.series.get('swarm/accuracy')!.columns().value]).toEqual([0.5, 0.7]);
    expect(again.latest['swarm/accuracy']).toBe(0.7);
    expect(again.fishState['a:1']).toBe('running');
    expect(again.markers).toEqual([]);
    expect(again.lastEvent).toBe(3);
  });

  it('marks deaths and returns with the name of the fish', () => {
    const next = applyEvents(run(), [
      started,
      { id: 2, round: 3, time: 1, type: 'fish', fish: 'a:2', state: 'dead', cause: 'fault' },
      { id: 3, round: 5, time: 2, type: 'fish', fish: 'a:2', state: 'running', cause: 'command' },
    ]);
    expect(next.markers.map(({ kind, label }) => [kind, label])).toEqual([
      ['fish-dead', 'A:2 died'],
      ['fish-back', 'A:2 is back'],
    ]);
    expect(next.fishState['a:2']).toBe('running');
    expect(lookWord(lookOf(next, 'a:2'))).toBe('recovered');
    const later = applyEvents(next, [{ id: 4, round: 10, time: 3, type: 'checkpoint' }]);
    expect(lookWord(lookOf(later, 'a:2'))).toBe('live');
  });

  it('shows what ails a fish as the engine says it, and takes it back with the rest', () => {
    const ill = {
      id: 2,
      round: 3,
      time: 1,
      type: 'fish',
      fish: 'a:2',
      state: 'running',
      cause: 'a command',
    } as const;
    const next = applyEvents(run(), [
      started,
      { ...ill, trouble: ['frozen'] },
      { ...ill, id: 3, round: 4, trouble: ['frozen', 'noise'] },
    ]);
    expect(lookWord(lookOf(next, 'a:2'))).toBe('frozen, noisy');
    expect(next.markers.map(({ label }) => label)).toEqual(['A:2 frozen', 'A:2 noisy']);
    const well = applyEvents(next, [{ ...ill, id: 4, round: 5 }]);
    expect(lookWord(lookOf(well, 'a:2'))).toBe('live');
    const back = applyEvents(well, [{ id: 3, round: 4, time: 2, type: 'checkpoint' }]);
    expect(lookWord(lookOf(back, 'a:2'))).toBe('frozen');
  });

  it('knows fish that joined and links that were cut, until the run goes back before that', () => {
    const newcomer = { ...fish[0]!, id: 'a:3', name: 'A:3' };
    const link = 'link-1' as LinkId; // a test's id
    const next = applyEvents(run(), [
      started,
      { id: 2, round: 3, time: 1, type: 'fish-added', fish: newcomer },
      { id: 3, round: 3, time: 1, type: 'command', command: { type: 'cut-link', link } },
    ]);
    expect(next.fish.map(({ id }) => id)).toEqual(['a:1', 'a:2', 'a:3']);
    expect(liveStrength(next, link)).toBe(0);
    const restored = applyEvents(next, [
      { id: 4, round: 4, time: 2, type: 'command', command: { type: 'restore-link', link } },
    ]);
    expect(liveStrength(restored, link)).toBeNull();
    const back = applyEvents(restored, [{ id: 2, round: 2, time: 2, type: 'checkpoint' }]);
    expect(back.fish.map(({ id }) => id)).toEqual(['a:1', 'a:2']);
    expect(liveStrength(back, link)).toBeNull();
  });

  it('does not touch metrics when a batch has none', () => {
    const before = applyEvents(run(), [started, metrics(2, 1, 100, 0.5)]);
    const after = applyEvents(before, [{ id: 3, round: 1, time: 150, type: 'state', state: 'paused' }]);
    expect(after.latest).toBe(before.latest);
    expect(after.seriesVersion).toBe(before.seriesVersion);
    expect(after.state).toBe('paused');
  });
});
