import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FishId, LinkId } from '../core/brand.ts';
import type { EngineClient } from '../protocol/engineClient.ts';
import type { RunEvent, RunState } from '../protocol/events.ts';
import { runsRoot } from '../runs/home.ts';
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

describe('a run in the engine', () => {
  it('trains, is watched, paused, asked, changed, resumed, stopped and found again', async () => {
    const runId = await start(LONG);
    const view = watch(runId);
    await view.until((event) => event.type === 'checkpoint');

    await client.request('runs.command', { runId, command: { type: 'pause' } });
    expect((await summaryOf(runId))?.state).toMatch(/^paus(ing|ed)$/);
    await view.untilState('paused');
    expect(view.states().slice(0, 2)).toEqual(['preparing', 'running']);
    const prediction = await client.request('runs.predict', { runId, text: 'a good film' });
    expect(prediction).toMatchObject({ text: 'a good film', fish: [{ alive: true }, {}, {}, {}] });
    const { counts } = await client.request('runs.confusion', { runId, fish: null });
    expect(counts.length).toBeGreaterThan(1);
    const examples = await client.request('runs.examples', { runId });
    expect(examples.length).toBeGreaterThan(10);
    const texts = examples.slice(0, 5).map(({ text }) => text);
    const many = await client.request('runs.predictMany', { runId, texts });
    expect(many.map(({ text }) => text)).toEqual(texts);
    expect(await client.request('runs.predict', { runId, text: texts[2] ?? '' })).toEqual(many[2]);

    // The texts of a cell are as many as it counts.
    const detail = await client.request('runs.get', { runId });
    const cell = { runId, fish: null, truth: 0, answer: 1, limit: 2 };
    const fallen = await client.request('runs.confused', cell);
    expect(fallen.total).toBe(counts[0]?.[1]);
    expect(fallen.texts).toHaveLength(Math.min(2, fallen.total));
    const first = detail.fishInfo[0];
    const ask = { runId, fish: first?.id ?? '', tensor: null, bins: 30 };
    const weights = await client.request('runs.weights', ask);
    expect(weights.isLive).toBe(true);
    expect(weights.weights.count).toBe(first?.parameters);
    expect(weights.tensors.reduce((sum, { size }) => sum + size, 0)).toBe(first?.parameters);
    const [tensor] = weights.tensors;
    const one = await client.request('runs.weights', { ...ask, tensor: tensor?.name ?? '' });
    expect(one.weights.count).toBe(tensor?.size);
    expect(one.weights.norm).toBeCloseTo(tensor?.norm ?? 0, 3);
    await expect(client.request('runs.weights', { ...ask, tensor: 'no' })).rejects.toThrow('has no tensor');

    expect(detail.fishInfo.map(({ state }) => state)).toEqual(Array(4).fill('running'));
    const fish = detail.fishInfo[1]?.id as FishId; // the API gives ids as strings
    await client.request('runs.command', { runId, command: { type: 'kill-fish', fish } });
    await view.until((event) => event.type === 'fish' && event.fish === fish && event.state === 'dead');
    const unknown = { type: 'kill-fish', fish: 'nobody' as FishId } as const;
    await expect(client.request('runs.command', { runId, command: unknown })).rejects.toMatchObject({
      code: 'invalid-arguments',
      message: expect.stringContaining('no fish "nobody"'),
    });
    // What cannot be done is said to whoever asked, whatever the command is about.
    const beside = { type: 'add-fish', like: fish, place: 'nobody' as FishId } as const;
    await expect(client.request('runs.command', { runId, command: beside })).rejects.toThrow(
      'no fish "nobody"',
    );
    const cut = { type: 'cut-link', link: 'no-link' as LinkId } as const;
    await expect(client.request('runs.command', { runId, command: cut })).rejects.toThrow('no-link');

    await client.request('runs.command', { runId, command: { type: 'resume' } });
    await view.untilState('running');
    await client.request('runs.command', { runId, command: { type: 'stop' } });
    expect((await summaryOf(runId))?.state).toMatch(/^stop(ping|ped)$/);
    await view.untilState('stopped');
    expect(view.all().map((event) => event.id)).toEqual(view.all().map((_, i) => i + 1));

    await vi.waitFor(async () => expect((await summaryOf(runId))?.state).toBe('stopped'));
    const after = await client.request('runs.get', { runId });
    expect(after.fishInfo.map(({ state }) => state)).toEqual(['running', 'dead', 'running', 'running']);
    expect(await client.request('runs.predict', { runId, text: 'a bad film' })).toMatchObject({
      fish: [{ alive: true }, { alive: false }, {}, {}],
    });
    expect(await client.request('runs.confused', cell)).toMatchObject({ kept: fallen.kept });
    const stored = await client.request('runs.weights', ask);
    expect([stored.isLive, stored.weights.count]).toEqual([false, first?.parameters]);
    const series = await client.request('runs.series', { runId, names: ['swarm/*'], maxPoints: 100 });
    expect(series.map(({ name }) => name)).toContain('swarm/accuracy');
    await expect(client.request('runs.command', { runId, command: { type: 'pause' } })).rejects.toMatchObject(
      { code: 'conflict' },
    );
  }, 120_000);

  it('says at once, and once, that it is pausing or stopping, while the running step still computes', async () => {
    const runId = await start({
      ...LONG,
      'run.local': '5 steps', // each is a point of the training curve
      'run.batchSize': '64',
      'run.evaluateEvery': '1000',
      'nodes.dataset.params.examples': '400',
      'nodes.fish.params.width': '128',
      'nodes.fish.params.feedForward': '512',
      'nodes.fish.params.layers': '3',
    });
    const view = watch(runId);
    const command = (type: 'pause' | 'resume' | 'stop') =>
      client.request('runs.command', { runId, command: { type } });
    const isPoint = (event: RunEvent) =>
      event.type === 'metrics' && Object.keys(event.values).some((name) => name.endsWith('/trainLoss'));
    /** Sends the command when a step has ended and the next one is a third done; what is told from then on. */
    async function during(type: 'pause' | 'stop', end: RunState): Promise<string[]> {
      const seen = view.all().length;
      await view.until(
        (event) => event.id > seen && isPoint(event) && event.type === 'metrics' && event.step % 5 === 2,
      );
      // Sent at once it could come between the two steps, and be taken before the next begins.
      const [before = 0, last = 0] = view
        .all()
        .filter(isPoint)
        .slice(-2)
        .map(({ time }) => time);
      await new Promise((resolve) => setTimeout(resolve, (last - before) / 3));
      const asked = view.all().length;
      await command(type);
      const answered = (await client.request('runs.get', { runId })).state;
      await view.until((event) => event.id > asked && event.type === 'state' && event.state === end);
      const told = view.all().slice(asked);
      return [
        answered,
        ...told.flatMap((event) => {
          if (event.type === 'state') return [event.state];
          if (event.type === 'command') return [`command ${event.command.type}`];
          return isPoint(event) ? ['the step ends'] : [];
        }),
      ];
    }
    expect(await during('pause', 'paused')).toEqual([
      'pausing',
      'pausing',
      'the step ends',
      'command pause',
      'paused',
    ]);
    await command('resume');
    expect(await during('stop', 'stopped')).toEqual([
      'stopping',
      'stopping',
      'the step ends',
      'command stop',
      'stopped',
    ]);
  }, 120_000);

  it('says why it failed, and lets the next one run', async () => {
    await writeFile(join(home, 'empty.csv'), '');
    const bad = await start({
      'nodes.dataset.params.source': 'file',
      'nodes.dataset.params.path': join(home, 'empty.csv'),
    });
    const good = await start({ 'run.rounds': '1' });
    const failed = await watch(bad).untilState('failed');
    expect(failed).toMatchObject({ reason: expect.stringContaining('empty.csv') });
    await watch(good).untilState('finished');
    expect(await summaryOf(bad)).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('empty.csv'),
    });
  }, 120_000);

  it('is refused with every sentence where the swarm is not valid', async () => {
    await expect(start({ 'nodes.fish.params.heads': '3' })).rejects.toMatchObject({
      code: 'invalid-document',
    });
    await expect(client.request('runs.start', { document: '{"version":' })).rejects.toMatchObject({
      code: 'invalid-document',
      message: expect.stringMatching(/line 1, column/),
    });
    expect(await client.request('runs.list', {})).toEqual([]);
  });

  it('is deleted even while it runs and is watched', async () => {
    const runId = await start(LONG);
    const view = watch(runId);
    await view.until((event) => event.type === 'metrics');
    const problems: string[] = [];
    client.onProblem((problem) => problems.push(problem.message));
    await client.request('runs.delete', { runId });
    await vi.waitFor(() => expect(problems).toEqual([`The run ${runId} was deleted.`]));
    expect(await client.request('runs.list', {})).toEqual([]);
    await expect(client.request('runs.get', { runId })).rejects.toMatchObject({ code: 'not-found' });
  }, 60_000);
});

describe('questions that need no run', () => {
  it('are answered: the engine, a price, a file', async () => {
    const info = await client.request('engine.info', {});
    expect(info.runRoot).toBe(runsRoot(home));
    expect(info.executors).toContainEqual(expect.objectContaining({ name: 'onnx', available: true }));

    const cost = await client.request('document.estimate', { document: smallSwarm() });
    expect(cost).toMatchObject({ fish: 4, secondsPerRound: expect.any(Number) });
    await expect(client.request('document.estimate', { document: '[]' })).rejects.toMatchObject({
      code: 'invalid-document',
    });

    const { path } = await client.request('data.upload', {
      name: '../a.csv',
      base64: Buffer.from('text,label\ngood,1\nbad,0\n').toString('base64'),
    });
    const preview = await client.request('data.preview', {
      path,
      delimiter: null,
      header: null,
      maxRows: 10,
    });
    expect(preview).toMatchObject({
      columns: ['text', 'label'],
      totalRows: 2,
      guess: { text: 'text', label: 'label' },
    });
    const nothing = client.request('data.preview', {
      path: join(home, 'none.csv'),
      delimiter: null,
      header: null,
      maxRows: 10,
    });
    await expect(nothing).rejects.toMatchObject({ code: 'data-unreadable' });
  }, 60_000);
});
