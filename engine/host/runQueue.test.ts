import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineClient } from '../protocol/engineClient.ts';
import type { RunState } from '../protocol/events.ts';
import { runsRoot } from '../runs/home.ts';
import { openRunStore } from '../runs/openRunStore.ts';
import { createEngineHost, type EngineHost } from './engineHost.ts';
import { clientOf } from './hostClient.testing.ts';
import { KeptQueue } from './keptQueue.ts';
import { smallSwarm } from './smallSwarm.testing.ts';

let home: string;
let host: EngineHost;
let client: EngineClient;
const open = (): void => {
  host = createEngineHost(home);
  client = clientOf(host);
};
const close = async (): Promise<void> => {
  client.close();
  await host.close();
};
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'shuurai-queue-'));
  open();
});
afterEach(async () => {
  await close();
  await rm(home, { recursive: true, force: true });
});

const LONG = { 'run.rounds': '100000', 'nodes.crash.params.round': '99999' };
const start = async (seed: number, settings: Record<string, string> = LONG): Promise<string> =>
  (await client.request('runs.start', { document: smallSwarm(settings), seed })).runId;
const queue = () => client.request('queue.get', {});
const command = (runId: string, type: 'stop') => client.request('runs.command', { runId, command: { type } });
const stateOf = async (runId: string): Promise<RunState | undefined> =>
  (await client.request('runs.list', {})).find(({ id }) => id === runId)?.state;
const untilState = (runId: string, state: RunState) =>
  vi.waitFor(async () => expect(await stateOf(runId)).toBe(state), { timeout: 50_000, interval: 50 });

describe('the queue', () => {
  it('runs one at a time in an order that can be changed, and cancels for good', async () => {
    const [first, second, third, fourth] = [await start(1), await start(2), await start(3), await start(4)];
    expect(await queue()).toEqual({ limit: 1, running: [first], waiting: [second, third, fourth] });
    expect(await stateOf(second)).toBe('queued');

    await client.request('queue.move', { runId: fourth, to: 0 });
    expect((await queue()).waiting).toEqual([fourth, second, third]);
    await expect(client.request('queue.move', { runId: first, to: 0 })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('does not wait'),
    });

    await command(second, 'stop');
    expect(await stateOf(second)).toBe('stopped');
    expect((await queue()).waiting).toEqual([fourth, third]);

    await command(first, 'stop');
    await untilState(first, 'stopped');
    await untilState(fourth, 'running');
    expect(await queue()).toEqual({ limit: 1, running: [fourth], waiting: [third] });
    // What was cancelled never begins.
    expect(await stateOf(second)).toBe('stopped');
    await client.request('runs.delete', { runId: third });
    expect((await queue()).waiting).toEqual([]);
  }, 120_000);

  it('tells a follower that the run waits', async () => {
    await start(1);
    const second = await start(2);
    const states: string[] = [];
    client.subscribe(second, 0, (events) => {
      for (const event of events) if (event.type === 'state') states.push(event.state);
    });
    await vi.waitFor(() => expect(states).toEqual(['queued']));
    await command(second, 'stop');
    await vi.waitFor(() => expect(states).toEqual(['queued', 'stopped']));
  }, 60_000);

  it('trains several at once where that is wished, and remembers the wish', async () => {
    const [first, second, third] = [await start(1), await start(2), await start(3)];
    await client.request('queue.set', { limit: 2 });
    expect(await queue()).toEqual({ limit: 2, running: [first, second], waiting: [third] });
    await untilState(first, 'running');
    await untilState(second, 'running');
    await close();
    open();
    expect((await queue()).limit).toBe(2);
  }, 120_000);

  it('says of what waited that it was given up when Shuurai is closed', async () => {
    await start(1);
    const second = await start(2);
    await close();
    open();
    expect(await stateOf(second)).toBe('interrupted');
    const told = (await client.request('runs.list', {})).find(({ id }) => id === second);
    expect(told?.error).toMatch(/Resume it to put it into the queue again/);
    expect((await queue()).waiting).toEqual([]);
    const reasons: (string | undefined)[] = [];
    client.subscribe(second, 0, (events) => {
      for (const event of events) if (event.type === 'state') reasons.push(event.reason);
    });
    await vi.waitFor(() => expect(reasons.at(-1)).toMatch(/closed before its turn/));
    host.restoreQueue();
    expect((await queue()).waiting).toEqual([]);
  }, 60_000);

  it('keeps what waited in its order when the engine dies', async () => {
    await close();
    // What a process that was killed leaves behind: runs that wait, and the record of their order.
    const store = openRunStore(runsRoot(home));
    const ids = [5, 6, 7].map((seed) => {
      const run = store.create({
        name: 'Waits',
        document: smallSwarm(LONG),
        seed,
        rounds: 5,
        fish: 4,
        task: 'classification',
        executor: 'onnx',
        engineVersion: '0',
      });
      run.close();
      return run.id;
    });
    store.close();
    const [first = '', second = '', third = ''] = ids;
    new KeptQueue(join(home, 'queue.json')).write({ limit: 1, waiting: [third, 'gone', first, second] });
    open();
    expect(await stateOf(first)).toBe('interrupted');
    const running = await start(8);
    host.restoreQueue();
    expect(await queue()).toEqual({ limit: 1, running: [running], waiting: [third, first, second] });
    expect(await stateOf(first)).toBe('queued');
    expect(JSON.parse(await readFile(join(home, 'queue.json'), 'utf8')).waiting).toEqual([
      third,
      first,
      second,
    ]);
  }, 60_000);
});
