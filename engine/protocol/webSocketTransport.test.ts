import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
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
    serveClient(webSocketServerTransport(socket), memoryEngine()),
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

it('tells why it cannot connect, and goes on trying', async () => {
  const problems: string[] = [];
  const client = new EngineClient(() => webSocketTransport('ws://127.0.0.1:9'), { backOffMs: 5 });
  client.onProblem((problem) => problems.push(problem.message));
  await vi.waitFor(() => expect(problems.length).toBeGreaterThan(1), { timeout: 10_000 });
  expect(problems[0]).toMatch(/^The engine cannot be reached/);
  expect(client.state).toBe('lost');
  client.close();
});
