import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineClient } from '../protocol/engineClient.ts';
import { runsRoot } from '../runs/home.ts';
import { openRunStore } from '../runs/openRunStore.ts';
import { createEngineHost, type EngineHost } from './engineHost.ts';
import { clientOf, LONG, startRun, watchRun } from './hostClient.testing.ts';
import { smallSwarm } from './smallSwarm.testing.ts';

let home: string;
let host: EngineHost;
let client: EngineClient;

function open(): void {
  host = createEngineHost(home);
  client = clientOf(host);
}
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'shuurai-host-'));
  open();
});
afterEach(async () => {
  client.close();
  await host.close();
  await rm(home, { recursive: true, force: true });
});

const start = (settings?: Record<string, string>) => startRun(client, settings);
const watch = (runId: string) => watchRun(client, runId);
const summaryOf = async (runId: string) =>
  (await client.request('runs.list', {})).find((run) => run.id === runId);

describe('runs of one engine and the next', () => {
  it('waits for the one before it, and can be taken out of the queue', async () => {
    const first = await start(LONG);
    const second = await start({ 'run.rounds': '2' });
    const third = await start({ 'run.rounds': '2' });
    const heard = vi.fn();
    client.onRunsChanged(heard);
    expect([await summaryOf(second), await summaryOf(third)]).toMatchObject([
      { state: 'queued' },
      { state: 'queued' },
    ]);
    const pause = client.request('runs.command', { runId: second, command: { type: 'pause' } });
    await expect(pause).rejects.toMatchObject({ code: 'conflict' });
    await client.request('runs.command', { runId: second, command: { type: 'stop' } });
    expect((await summaryOf(second))?.state).toBe('stopped');
    await client.request('runs.command', { runId: first, command: { type: 'stop' } });
    await watch(first).untilState('stopped');
    await watch(third).untilState('finished');
    await vi.waitFor(async () =>
      expect(await summaryOf(third)).toMatchObject({ state: 'finished', round: 2 }),
    );
    expect(heard).toHaveBeenCalled();
  }, 120_000);

  it('goes on after the engine was closed, as if it had not been', async () => {
    const settings = { 'run.rounds': '12', 'run.checkpointEvery': '3', 'nodes.crash.params.round': '5' };
    const whole = await start(settings);
    await watch(whole).until((event) => event.type === 'summary');
    const cut = await start(settings);
    await watch(cut).until((event) => event.type === 'metrics' && event.round >= 4);
    client.close();
    await host.close();

    open();
    expect(['stopped', 'finished']).toContain((await summaryOf(cut))?.state);
    await client.request('runs.resume', { runId: cut });
    const again = watch(cut);
    await again.untilState('finished');
    const [a, b] = [await summaryOf(whole), await summaryOf(cut)];
    expect(b?.metrics).toEqual(a?.metrics);
    const names = ['swarm/*', 'fish/*'];
    const series = async (runId: string) =>
      (await client.request('runs.series', { runId, names, maxPoints: 10_000 })).map(
        ({ name, step, last }) => ({
          name,
          step,
          last,
        }),
      );
    expect(await series(cut)).toEqual(await series(whole));
  }, 180_000);

  it('cannot be worked on by two processes at once', async () => {
    const store = openRunStore(runsRoot(home));
    const run = store.create({
      name: 'elsewhere',
      document: smallSwarm(),
      seed: 1,
      rounds: 1,
      fish: 4,
      task: 'classification',
      executor: 'onnx',
      engineVersion: '0.1.0',
    });
    await expect(client.request('runs.resume', { runId: run.id })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(client.request('runs.delete', { runId: run.id })).rejects.toMatchObject({
      code: 'conflict',
    });
    const pause = client.request('runs.command', { runId: run.id, command: { type: 'pause' } });
    await expect(pause).rejects.toThrow(/Another Shuurai process works on this run/);
    run.close();
    store.close();
  });
});

describe('pieces', () => {
  it('are kept for every view and every later start', async () => {
    const piece = { id: 'school', name: 'School', createdAt: 1, document: '{"version":1}' };
    await client.request('pieces.save', piece);
    client.close();
    await host.close();
    open();
    expect(await client.request('pieces.list', {})).toEqual([piece]);
    await client.request('pieces.delete', { id: 'school' });
    expect(await client.request('pieces.list', {})).toEqual([]);
    await expect(client.request('pieces.save', { ...piece, id: '../x' })).rejects.toMatchObject({
      code: 'invalid-arguments',
    });
  });
});
