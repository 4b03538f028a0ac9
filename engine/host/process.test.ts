import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EngineClient } from '../protocol/engineClient.ts';
import type { RunEvent } from '../protocol/events.ts';
import type { Transport } from '../protocol/transport.ts';
import { smallSwarm } from './smallSwarm.testing.ts';

let home: string;
let child: ChildProcess;
let output: string;

function startEngine(): void {
  output = '';
  child = fork(new URL('./process.ts', import.meta.url), {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      '--import',
      new URL('./parentPort.testing.ts', import.meta.url).href,
    ],
    env: { ...process.env, SHUURAI_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
}

/** The page's end of the port the engine was given. */
function bridge(): Transport {
  child.send({ type: 'connect' });
  return {
    send: (message) => {
      if (child.connected) child.send({ bridge: message });
    },
    onMessage: (listener) => {
      child.on('message', (message: { bridge?: unknown }) => {
        if (message.bridge !== undefined) listener(message.bridge);
      });
    },
    onClose: (listener) => {
      child.on('exit', () => listener('the engine process ended'));
    },
    close: () => {},
  };
}

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'shuurai-process-'));
  startEngine();
});
afterEach(async () => {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await rm(home, { recursive: true, force: true });
});

it('answers heartbeats, serves a page, and ends when asked', async () => {
  child.send({ type: 'ping' });
  expect((await once(child, 'message'))[0]).toEqual({ type: 'pong', working: false });
  const client = new EngineClient(bridge);
  expect(await client.request('runs.list', {})).toEqual([]);
  child.send({ type: 'shutdown' });
  expect(await once(child, 'exit')).toEqual([0, null]);
  client.close();
});

it('tells with its heartbeat whether a run computes: not while it is paused, nor once it ended', async () => {
  const client = new EngineClient(bridge);
  const isWorking = async (): Promise<boolean> => {
    const answer = new Promise<boolean>((resolve) => {
      const take = (message: { type?: string; working?: boolean }): void => {
        if (message.type !== 'pong') return;
        child.off('message', take);
        resolve(message.working === true);
      };
      child.on('message', take);
    });
    child.send({ type: 'ping' });
    return answer;
  };
  const becomes = (working: boolean) =>
    vi.waitFor(async () => expect(await isWorking()).toBe(working), { timeout: 30_000 });
  const { runId } = await client.request('runs.start', {
    document: smallSwarm({ 'run.rounds': '1000000' }),
  });
  await becomes(true);
  await client.request('runs.command', { runId, command: { type: 'pause' } });
  await becomes(false);
  await client.request('runs.command', { runId, command: { type: 'resume' } });
  await becomes(true);
  await client.request('runs.command', { runId, command: { type: 'stop' } });
  await becomes(false);
  client.close();
}, 90_000);

it('reports a promise nobody caught, and ends', async () => {
  child.send({ type: 'ping' });
  await once(child, 'message');
  child.send({ type: 'reject' });
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(output).toContain('nobody caught this');
});

it('takes up in a new process the run that the death of the old one cut off', async () => {
  const settings = { 'run.rounds': '40', 'run.checkpointEvery': '2', 'nodes.crash.params.round': '5' };
  const client = new EngineClient(bridge, { backOffMs: 50 });
  const finished = (events: () => readonly RunEvent[]) =>
    vi.waitFor(() => expect(events().some((event) => event.type === 'summary')).toBe(true), {
      timeout: 50_000,
    });
  const metricsOf = async (runId: string) =>
    (await client.request('runs.list', {})).find(({ id }) => id === runId)?.metrics;

  const whole = await client.request('runs.start', { document: smallSwarm(settings) });
  const wholeEvents: RunEvent[] = [];
  client.subscribe(whole.runId, 0, (batch) => wholeEvents.push(...batch));
  await finished(() => wholeEvents);
  const expected = await metricsOf(whole.runId);

  const cut = await client.request('runs.start', { document: smallSwarm(settings) });
  let events: RunEvent[] = [];
  client.subscribe(cut.runId, 0, (batch) => {
    events = [...events.slice(0, (batch[0]?.id ?? 1) - 1), ...batch];
  });
  // The event of a checkpoint comes before its file, what comes after that event after it.
  const isSaved = (): boolean => {
    const saved = events.findIndex((event) => event.type === 'checkpoint');
    return saved >= 0 && events.slice(saved).some((event) => event.type === 'metrics');
  };
  await vi.waitFor(() => expect(isSaved()).toBe(true), { timeout: 50_000, interval: 5 });
  child.kill('SIGKILL');
  await once(child, 'exit');
  startEngine();

  await finished(() => events);
  expect(events.filter((event) => event.type === 'started').map((event) => event.resumedFrom > 0)).toEqual([
    false,
    true,
  ]);
  expect(events.map((event) => event.id)).toEqual(events.map((_, i) => i + 1));
  expect(await metricsOf(cut.runId)).toEqual(expected);
  client.close();
}, 150_000);
