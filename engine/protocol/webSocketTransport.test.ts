import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WebSocket as NodeSocket, type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import { memoryEngine } from './conformance/memoryEngine.ts';
import { EngineClient } from './engineClient.ts';
import { serveClient } from './serveClient.ts';
import { webSocketServerTransport } from './webSocketServerTransport.node.ts';
import { webSocketTransport } from './webSocketTransport.ts';

let server: WebSocketServer;
let url: string;
beforeEach(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1', maxPayload: 10_000 });
  await once(server, 'listening');
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
  server.on('connection', (socket: ServerSocket) =>
    serveClient(webSocketServerTransport(socket, 100_000), memoryEngine()),
  );
});
afterEach(async () => {
  for (const client of server.clients) client.terminate();
  await new Promise((resolve) => server.close(resolve));
});

it('answers text that is not JSON, and bytes, with a sentence', async () => {
  const socket = new WebSocket(url);
  await once(socket, 'open');
  for (const message of ['{"type":', new Uint8Array([1, 2, 3])]) {
    socket.send(message);
    const [event] = await once(socket, 'message');
    expect(JSON.parse(event.data)).toMatchObject({
      type: 'failure',
      id: 0,
      error: { code: 'invalid-arguments', message: expect.stringContaining('did not understand') },
    });
  }
  socket.close();
});

it('says why a connection ended after a message that was too large', async () => {
  const transport = await webSocketTransport(url);
  const closed = new Promise((resolve) => transport.onClose(resolve));
  transport.send({ type: 'request', id: 1, method: 'x'.repeat(20_000), params: {} });
  expect(await closed).toBe('a message was larger than the other side accepts');
});

it('reads no more of a viewer that asks and never listens, serves others meanwhile, and loses nothing', async () => {
  const flood = new NodeSocket(url);
  await once(flood, 'open');
  const [served] = server.clients;
  flood.pause();
  const asked = 100_000;
  for (let n = 0; n < asked; n += 1) flood.send('nonsense');
  await vi.waitFor(() => expect(served?.isPaused).toBe(true), { timeout: 60_000 });

  const other = new WebSocket(url);
  await once(other, 'open');
  other.send('nonsense');
  await once(other, 'message');
  other.close();

  let answers = 0;
  flood.on('message', () => {
    answers += 1;
  });
  flood.resume();
  await vi.waitFor(() => expect(answers).toBe(asked), { timeout: 60_000 });
  flood.terminate();
}, 120_000);

it('tells why it cannot connect, and goes on trying', async () => {
  const problems: string[] = [];
  const client = new EngineClient(() => webSocketTransport('ws://127.0.0.1:9'), { backOffMs: 5 });
  client.onProblem((problem) => problems.push(problem.message));
  await vi.waitFor(() => expect(problems.length).toBeGreaterThan(1), { timeout: 10_000 });
  expect(problems[0]).toMatch(/^The engine cannot be reached/);
  expect(client.state).toBe('lost');
  client.close();
});
