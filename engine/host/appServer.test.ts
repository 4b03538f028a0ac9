import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type AppServer, startAppServer } from './appServer.ts';

let home: string;
let server: AppServer;
let address: URL;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'shuurai-app-'));
  const root = join(home, 'page');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<!doctype html><title>Shuurai</title>');
  await writeFile(join(root, 'assets', 'a.js'), 'export {};');
  await writeFile(join(home, 'secret.txt'), 'secret');
  server = await startAppServer({ port: 0, host: '127.0.0.1', rendererRoot: root, home: join(home, 'user') });
  address = new URL(server.url);
});
afterAll(async () => {
  await server.close();
  await rm(home, { recursive: true, force: true });
});

/** The raw path is sent as it is; fetch would tidy it up. */
function get(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (done, failed) => {
      request({ host: '127.0.0.1', port: address.port, path, headers }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => {
          body += chunk.toString();
        });
        response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
      })
        .on('error', failed)
        .end();
    },
  );
}

function connect(
  query: string,
  origin: string,
): Promise<{ opened: boolean; status: number; socket: WebSocket }> {
  return new Promise((done) => {
    const socket = new WebSocket(`ws://127.0.0.1:${address.port}/engine${query}`, { origin });
    socket.on('open', () => done({ opened: true, status: 101, socket }));
    socket.on('unexpected-response', (_request, response) => {
      socket.terminate();
      done({ opened: false, status: response.statusCode ?? 0, socket });
    });
    socket.on('error', () => undefined); // follows terminate
  });
}

describe('browser shell', () => {
  it('serves the page with a strict policy', async () => {
    const { status, headers, body } = await get('/');
    expect(status).toBe(200);
    expect(body).toContain('Shuurai');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect((await get('/assets/a.js')).headers['content-type']).toContain('text/javascript');
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2f..%2fsecret.txt', '/%00', '/nothing'])(
    'does not leave its folder for %s',
    async (path) => {
      const { status, body } = await get(path);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body).not.toContain('secret');
    },
  );

  it('answers only to its own name, so that a re-bound host name reaches nothing', async () => {
    expect((await get('/', { host: `evil.example:${address.port}` })).status).toBe(403);
    expect((await get('/', { host: `localhost:${address.port}` })).status).toBe(200);
  });

  it('opens the engine only with the token and from its own page', async () => {
    const token = address.search;
    expect(await connect('', address.origin)).toMatchObject({ opened: false, status: 401 });
    expect(await connect('?token=wrong', address.origin)).toMatchObject({ opened: false, status: 401 });
    expect(await connect(token, 'http://evil.example')).toMatchObject({ opened: false, status: 403 });
    const { opened, socket } = await connect(token, address.origin);
    expect(opened).toBe(true);
    socket.close();
  });

  it('speaks the protocol and answers nonsense with a sentence', async () => {
    const { socket } = await connect(address.search, address.origin);
    const answers: unknown[] = [];
    const answered = new Promise<void>((done) => {
      socket.on('message', (data) => {
        answers.push(JSON.parse(data.toString()));
        if (answers.length === 3) done();
      });
    });
    socket.send('{"type":');
    socket.send(JSON.stringify({ type: 'hello', protocol: 1 }));
    socket.send(JSON.stringify({ type: 'request', id: 7, method: 'runs.list', params: {} }));
    await answered;
    expect(answers).toContainEqual(expect.objectContaining({ type: 'failure', ok: false }));
    expect(answers).toContainEqual(expect.objectContaining({ type: 'hello' }));
    expect(answers).toContainEqual({ type: 'response', id: 7, ok: true, result: [] });
    socket.close();
  });

  it('says which port is taken', async () => {
    const taken = startAppServer({ port: Number(address.port), host: '127.0.0.1', rendererRoot: home, home });
    await expect(taken).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringContaining(address.port),
    });
  });
});
