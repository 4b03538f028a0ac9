import { beforeEach, describe, expect, it } from 'vitest';
import type { LinkId, NodeId, RunId } from '#engine/core/brand.ts';
import { wholeSwarm } from '#engine/document/build.testing.ts';
import type { FishInfo } from '#engine/protocol/events.ts';
import { openTab, useDocuments } from '../documents/store.ts';
import { linkLooksOf } from './linkLooks.ts';
import { newLiveRun } from './liveRun.ts';
import { looksOf, nodeLooks } from './nodeLooks.ts';
import { patchRun, useRuns } from './runStore.ts';

const runId = 'run' as RunId;
const node = (id: string) => id as NodeId;
const fish = (id: string, nodeId: string): FishInfo => ({
  id,
  nodeId,
  name: id,
  school: 'a',
  parameters: 1,
  examples: 1,
});
const run = {
  ...newLiveRun(runId),
  state: 'running' as const,
  fish: [fish('one', 'one'), fish('many:1', 'many'), fish('many:2', 'many')],
  fishState: { one: 'running', 'many:1': 'running', 'many:2': 'running' } as const,
};

beforeEach(() => {
  useDocuments.setState({ tabs: [], activeId: null });
  useRuns.setState({ runs: {} });
});

describe('how the nodes of a run look', () => {
  it('is the state of their fish, the worst of a school as a warning', () => {
    expect(looksOf(run).get(node('one'))).toEqual({ dead: false, word: null, tone: 'ok' });
    const some = looksOf({ ...run, fishState: { ...run.fishState, 'many:1': 'dead' } });
    expect(some.get(node('many'))).toMatchObject({ dead: false, tone: 'warn' });
    const all = looksOf({ ...run, fishState: { ...run.fishState, 'many:1': 'dead', 'many:2': 'dead' } });
    expect(all.get(node('many'))).toMatchObject({ dead: true, tone: 'bad', word: { tone: 'bad' } });
    const cold = looksOf({ ...run, fishTrouble: { one: ['frozen'] } });
    expect(cold.get(node('one'))?.tone).toBe('cold');
  });

  it('is told to nobody when numbers come, and to one node when its fish dies', () => {
    openTab({ document: wholeSwarm(), runId });
    useRuns.setState({ runs: { [runId]: run } });
    const told: string[] = [];
    const stops = ['one', 'many'].map((id) => nodeLooks.subscribe(node(id), () => told.push(id)));
    patchRun(runId, { latest: { 'fish/one/loss': 0.5 }, seriesVersion: 1, round: 9 });
    expect(told).toEqual([]);
    patchRun(runId, { fishState: { ...run.fishState, one: 'dead' } });
    expect(told).toEqual(['one']);
    for (const stop of stops) stop();
  });
});

describe('how the links of a run look', () => {
  it('is what passes them, and whether an end of them is dead', () => {
    const { links } = wholeSwarm();
    const [id, link] = Object.entries(links).find(([, { from }]) => from.node === 'fish')!; // the whole swarm has one
    const now = {
      ...run,
      fish: [fish('fish', 'fish')],
      fishState: { fish: 'running' as const },
      computing: true,
    };
    const look = linkLooksOf(links, now, { [`link/${id}/messages`]: 3, [`link/${id}/dropped`]: 1 });
    expect(look.get(id as LinkId)).toMatchObject({
      dead: false,
      computing: true,
      strength: null,
      dropped: 1,
    });
    expect(look.get(id as LinkId)?.seconds).toBeGreaterThan(0.5);
    expect(linkLooksOf(links, now, {}).get(id as LinkId)?.seconds).toBeUndefined();
    const dead = linkLooksOf(links, { ...now, fishState: { fish: 'dead' } }, {});
    expect(dead.get(id as LinkId)?.dead).toBe(true);
    expect(link.from.node).toBe('fish');
  });
});
