import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Reachable, WAYS } from './conformance/ways.testing.ts';
import { EngineClient } from './engineClient.ts';
import type { RunEvent } from './events.ts';
import { type EngineMessage, engineMessageSchema } from './messages.ts';
import type { Transport } from './transport.ts';

/** A transport and everything that came over it. */
class RawView {
  readonly received: EngineMessage[] = [];
  readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
    transport.onMessage((message) => this.received.push(engineMessageSchema.parse(message)));
  }

  async next<T extends EngineMessage['type']>(
    type: T,
    count = 1,
  ): Promise<Extract<EngineMessage, { type: T }>> {
    const found = () => this.received.filter((message) => message.type === type)[count - 1];
    await vi.waitFor(() => expect(found()).toBeDefined(), { timeout: 10_000 });
    return found() as Extract<EngineMessage, { type: T }>; // of that type, as just found
  }
}

describe.each(Object.entries(WAYS))('over %s', (_name, { start, keepsRuns }) => {
  let engine: Reachable;
  let clients: EngineClient[];
  let transports: Transport[];

  beforeEach(async () => {
    engine = await start();
    clients = [];
    transports = [];
  });
  afterEach(async () => {
    for (const client of clients) client.close();
    await engine.stop();
  });

  const connect = async () => {
    const transport = await engine.connect();
    transports.push(transport);
    return transport;
  };
  const newClient = (timeoutMs = 20_000) => {
    const client = new EngineClient(connect, { backOffMs: 5, timeoutMs });
    clients.push(client);
    return client;
  };
  const newRun = async (client: EngineClient, events: number) =>
    (await client.request('runs.start', { document: 'x', seed: events })).runId;
  const values = (events: readonly RunEvent[]) =>
    events.map((event) => (event.type === 'metrics' ? (event.values['swarm/loss'] ?? 0) : 0));
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

  it('[P1] requests are answered, several at a time, each with its own answer', async () => {
    const client = newClient();
    expect(client.state).toBe('connecting');
    const [info, runs, upload] = await Promise.all([
      client.request('engine.info', {}),
      client.request('runs.list', {}),
      client.request('data.upload', { name: 'a', base64: 'x'.repeat(3_000_000) }),
    ]);
    expect(info.version).toBe('memory');
    expect(runs).toEqual([]);
    expect(upload.path).toBe('3000000 characters');
    expect(client.state).toBe('open');
  });

  it('[P2] an error arrives with its code, sentence and details', async () => {
    const client = newClient();
    await expect(client.request('runs.delete', { runId: 'gone' })).rejects.toMatchObject({
      name: 'ShuuraiError',
      code: 'not-found',
      message: 'There is no run "gone".',
      details: { run: 'gone' },
    });
    await expect(
      client.request('data.preview', { path: 'a', delimiter: null, header: null, maxRows: 1 }),
    ).rejects.toMatchObject({ code: 'internal', message: 'an error that is not ours' });
  });

  it('[P3] parameters are checked by the engine, results by the view', async () => {
    const client = newClient();
    await expect(client.request('runs.delete', { runId: '../../etc' })).rejects.toMatchObject({
      code: 'invalid-arguments',
      message: expect.stringMatching(/^The request runs\.delete is not valid: runId: /),
    });
    await expect(newClient(50).request('runs.predict', { runId: 'a', text: '' })).rejects.toThrow(
      'did not answer "runs.predict" within',
    );
  });

  it('[P4] hostile messages are answered with a sentence and change nothing', async () => {
    const view = new RawView(await connect());
    const deep: unknown = JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`);
    const hostile: unknown[] = [
      null,
      42,
      'text',
      [],
      {},
      deep,
      { type: 'hello' },
      { type: 'launch' },
      { type: 'request', id: 'x', method: 'runs.list', params: {} },
      { type: 'request', id: 1.5, method: 'runs.list', params: {} },
      { type: 'request', id: 7, method: 'x'.repeat(100_000), params: {} },
      { type: 'request', id: 8, method: 'runs.list', params: {}, more: true },
      { type: 'ack', runId: 5, upTo: 1 },
    ];
    for (const message of hostile) view.transport.send(message);
    const last = await view.next('failure', hostile.length);
    expect(last.error.message).toMatch(/^The engine did not understand a message: .+\. Reload/);
    const ids = view.received.map((message) => (message.type === 'failure' ? message.id : -1));
    expect(ids.filter((id) => id !== 0 && id !== 1.5)).toEqual([7, 8]);

    view.transport.send({ type: 'hello', protocol: 1 });
    await view.next('hello');
    const methods = ['__proto__', 'constructor', 'toString', 'runs.format-disk'];
    methods.forEach((method, i) => {
      view.transport.send({ type: 'request', id: 100 + i, method, params: {} });
    });
    expect((await view.next('failure', hostile.length + methods.length)).error.message).toMatch(
      /has no method/,
    );
    view.transport.send({ type: 'ack', runId: 'unknown', upTo: 1e308 });
    view.transport.send({ type: 'request', id: 200, method: 'runs.list', params: { a: 1 } });
    view.transport.send({ type: 'request', id: 201, method: 'runs.list', params: {} });
    expect(await view.next('response')).toMatchObject({ id: 201, result: [] });
    view.transport.close();
  });

  it('[P5] nothing is answered before both speak the same protocol', async () => {
    const view = new RawView(await connect());
    view.transport.send({ type: 'request', id: 1, method: 'runs.list', params: {} });
    expect((await view.next('failure')).error.message).toMatch(/speaks protocol 1, the view did not say/);
    view.transport.send({ type: 'hello', protocol: 999 });
    expect(await view.next('hello')).toMatchObject({ protocol: 1 });
    view.transport.send({ type: 'request', id: 2, method: 'runs.list', params: {} });
    expect((await view.next('failure', 2)).error.message).toMatch(/the view 999\. Reload/);
    view.transport.close();
  });

  it('[P6] events arrive in order, without gaps, old and new', async () => {
    const client = newClient();
    const runId = await newRun(client, 3000);
    const seen: RunEvent[] = [];
    client.subscribe(runId, 10, (events) => seen.push(...events));
    await vi.waitFor(() => expect(seen).toHaveLength(2990), { timeout: 10_000 });
    await client.request('runs.command', { runId, command: { type: 'pause' } });
    await vi.waitFor(() => expect(seen).toHaveLength(2991), { timeout: 10_000 });
    expect(seen.map((event) => event.id)).toEqual(upTo(3001).slice(10));
  });

  it('[P15] figures a viewer has are not sent, but those written anew are', async () => {
    const client = newClient();
    const runId = await newRun(client, 100);
    const seen: RunEvent[] = [];
    client.subscribe(runId, { after: 0, figuresAfter: 90, epoch: 0 }, (events) => seen.push(...events));
    await vi.waitFor(() => expect(seen).toHaveLength(10), { timeout: 10_000 });
    expect(seen.map((event) => event.id)).toEqual(upTo(100).slice(90));
    await client.request('runs.resume', { runId });
    await vi.waitFor(() => expect(seen).toHaveLength(60), { timeout: 10_000 });
    expect(seen.slice(10).map((event) => event.id)).toEqual(upTo(100).slice(50));
  });

  it('[P7] a viewer that does not acknowledge gets two batches and no more until it does', async () => {
    const view = new RawView(await connect());
    view.transport.send({ type: 'hello', protocol: 1 });
    view.transport.send({
      type: 'request',
      id: 1,
      method: 'runs.start',
      params: { document: '', seed: 5000 },
    });
    const started = await view.next('response');
    const { runId } = started.result as { runId: string }; // the API's result
    view.transport.send({ type: 'request', id: 2, method: 'runs.subscribe', params: { runId, after: 0 } });
    const second = await view.next('events', 2);
    // Answers to later requests show that the engine had time to send more.
    for (let id = 3; id < 10; id++) {
      view.transport.send({ type: 'request', id, method: 'runs.list', params: {} });
      await view.next('response', id);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    expect(view.received.filter((message) => message.type === 'events')).toHaveLength(2);
    view.transport.send({ type: 'ack', runId, upTo: second.events.at(-1)?.id });
    await view.next('events', 4);
    view.transport.close();
  });

  it('[P8] a viewer misses nothing when its connection is lost and made anew', async (context) => {
    if (!keepsRuns) context.skip('a child process lives as long as its one connection');
    const client = newClient();
    const runId = await newRun(client, 4000);
    const seen: RunEvent[] = [];
    const states: string[] = [];
    client.onState((state) => states.push(state));
    client.subscribe(runId, 0, (events) => {
      seen.push(...events);
      if (transports.length < 4) transports.at(-1)?.close();
    });
    await vi.waitFor(() => expect(seen).toHaveLength(4000), { timeout: 20_000 });
    expect(values(seen)).toEqual(upTo(4000));
    expect(states.slice(-2)).toEqual(['lost', 'open']);
    expect(transports).toHaveLength(4);
  });

  it('[P9] after a run went back to a checkpoint its new events replace the old ones', async () => {
    const client = newClient();
    const runId = await newRun(client, 100);
    let seen: RunEvent[] = [];
    client.subscribe(runId, 0, (events) => {
      seen = [...seen.slice(0, (events[0]?.id ?? 1) - 1), ...events];
    });
    await vi.waitFor(() => expect(seen).toHaveLength(100), { timeout: 10_000 });
    await client.request('runs.resume', { runId });
    await vi.waitFor(() => expect(values(seen).at(-1)).toBe(-1), { timeout: 10_000 });
    expect(values(seen)).toEqual([...upTo(50), ...Array(50).fill(-1)]);
  });

  it('[P10] that holds also for a viewer that was away meanwhile', async (context) => {
    if (!keepsRuns) context.skip('a child process lives as long as its one connection');
    const client = newClient();
    const other = newClient();
    const runId = await newRun(client, 100);
    let seen: RunEvent[] = [];
    client.subscribe(runId, 0, (events) => {
      seen = [...seen.slice(0, (events[0]?.id ?? 1) - 1), ...events];
    });
    await vi.waitFor(() => expect(seen).toHaveLength(100), { timeout: 10_000 });
    transports[0]?.close();
    await other.request('runs.resume', { runId });
    await vi.waitFor(() => expect(values(seen).at(-1)).toBe(-1), { timeout: 10_000 });
    expect(values(seen)).toEqual([...upTo(50), ...Array(50).fill(-1)]);
  });

  it('[P11] two subscribers of one run each get their events; ending one leaves the other', async () => {
    const client = newClient();
    const runId = await newRun(client, 20);
    const late: number[] = [];
    const all: number[] = [];
    const stop = client.subscribe(runId, 15, (events) => late.push(...events.map((event) => event.id)));
    await vi.waitFor(() => expect(late).toHaveLength(5), { timeout: 10_000 });
    client.subscribe(runId, 0, (events) => all.push(...events.map((event) => event.id)));
    await vi.waitFor(() => expect(all).toHaveLength(20), { timeout: 10_000 });
    stop();
    await client.request('runs.command', { runId, command: { type: 'pause' } });
    await vi.waitFor(() => expect(all).toHaveLength(21), { timeout: 10_000 });
    expect(late).toEqual([16, 17, 18, 19, 20]);
  });

  it('[P12] a subscription to a run that is not there fails with the sentence', async () => {
    const client = newClient();
    const error = await new Promise((resolve) => client.subscribe('nothing', 0, () => {}, resolve));
    expect(error).toMatchObject({ code: 'not-found' });
  });

  it('[P13] every view hears that the list of runs changed', async () => {
    const client = newClient();
    await client.request('engine.info', {});
    const heard = vi.fn();
    client.onRunsChanged(heard);
    await newRun(client, 1);
    await vi.waitFor(() => expect(heard).toHaveBeenCalled(), { timeout: 10_000 });
  });

  it('[P14] requests on their way when the connection is lost are rejected, later ones wait for the next', async () => {
    const client = newClient();
    await client.request('engine.info', {});
    const lost = client.request('runs.predict', { runId: 'a', text: '' });
    transports[0]?.close();
    await expect(lost).rejects.toMatchObject({ code: 'interrupted' });
    expect(client.state).toBe('lost');
    expect((await client.request('engine.info', {})).version).toBe('memory');
    expect(client.state).toBe('open');
    client.close();
    await expect(client.request('engine.info', {})).rejects.toMatchObject({ code: 'interrupted' });
  });
});
