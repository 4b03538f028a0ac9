import { timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';
import { ShuuraiError } from '../core/errors.ts';
import { serveClient } from '../protocol/serveClient.ts';
import { MAX_MESSAGE_BYTES, webSocketServerTransport } from '../protocol/webSocketServerTransport.node.ts';
import { createEngineHost, type EngineHost } from './engineHost.ts';
import { createMovableHost } from './movableHost.ts';
import { newToken } from './newToken.ts';

export interface AppServerOptions {
  /** 0: a free one. */
  readonly port: number;
  readonly host: string;
  /** Folder of the built page; by default found beside the engine. */
  readonly rendererRoot?: string;
  /** User data folder; by default that of the platform. */
  readonly home?: string;
  /** What opens the engine; a new one by default. */
  readonly token?: string;
}

export interface AppServer {
  /** With the token that opens the engine. */
  readonly url: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  json: 'application/json',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
};

/** `host` is one of ours, as checked: its own WebSocket is named since not every browser counts it as 'self'. */
const policy = (host: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ws://${host}`,
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** A name or address with a port, and nothing that could reach into a header. */
const HOST = /^[A-Za-z0-9.-]{1,253}:[0-9]{1,5}$|^\[[0-9A-Fa-f:.]{2,45}\]:[0-9]{1,5}$/;

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer', // the address holds the token
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
};

function findRenderer(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  for (const up of ['../../dist/renderer', '../renderer', '../../renderer']) {
    const folder = resolve(here, up);
    if (existsSync(join(folder, 'assets')) && existsSync(join(folder, 'index.html'))) return folder;
  }
  throw new ShuuraiError(
    'invalid-arguments',
    'The page of the designer is not built yet. Run "npm start", which builds it, or "npm run build".',
  );
}

function sameToken(given: string, token: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
}

async function servePage(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = { ...HEADERS, 'content-security-policy': policy(request.headers.host ?? '') };
  const refuse = (status: number, text: string): void => {
    response.writeHead(status, { ...headers, 'content-type': 'text/plain; charset=utf-8' }).end(text);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse(405, 'Only GET is answered here.');
    return;
  }
  let pathname: string;
  try {
    pathname = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  } catch {
    refuse(400, 'This address cannot be read.');
    return;
  }
  const file = join(root, pathname === '/' ? 'index.html' : pathname);
  const inside = relative(root, file);
  if (inside.startsWith('..') || isAbsolute(inside) || pathname.includes('\0')) {
    refuse(404, 'There is nothing at this address.');
    return;
  }
  try {
    const body = await readFile(file);
    const type = TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    response.writeHead(200, { ...headers, 'content-type': type, 'content-length': body.byteLength });
    response.end(request.method === 'HEAD' ? undefined : body);
  } catch {
    refuse(404, 'There is nothing at this address.');
  }
}

/** Names under which this server may be called; others are a page that was re-bound to our address. */
function allowedHosts(host: string, port: number): ReadonlySet<string> {
  const names =
    host === '127.0.0.1' || host === 'localhost' || host === '::1'
      ? ['127.0.0.1', 'localhost', '[::1]']
      : [host.includes(':') ? `[${host}]` : host];
  return new Set(names.map((name) => `${name}:${port}`));
}

function listenError(error: NodeJS.ErrnoException, { port, host }: AppServerOptions): ShuuraiError {
  switch (error.code) {
    case 'EADDRINUSE':
      return new ShuuraiError(
        'port-in-use',
        `Port ${port} on ${host} is in use by another program. Choose another with --port, or leave --port out for a free one.`,
        { cause: error, details: { port } },
      );
    case 'EACCES':
      return new ShuuraiError(
        'invalid-arguments',
        `Port ${port} may not be used by this user. Choose one above 1023 with --port.`,
        { cause: error },
      );
    default:
      return new ShuuraiError(
        'invalid-arguments',
        `The server could not listen on ${host}: ${error.message}. Check --host.`,
        { cause: error },
      );
  }
}

function listen(server: Server, options: AppServerOptions): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', (error) => failed(listenError(error, options)));
    server.listen(options.port, options.host, done);
  });
}

/**
 * The browser shell: one process that serves the built page and, to those who have the token, the engine. The token
 * stays in the address and is sent with the WebSocket's: a cookie would be sent to every port of this machine, and two
 * shells would overwrite each other's.
 * @throws ShuuraiError `port-in-use`, or `invalid-arguments` where the page is not built or the address is not ours
 */
export async function startAppServer(options: AppServerOptions): Promise<AppServer> {
  const root = options.rendererRoot ?? findRenderer();
  const token = options.token ?? newToken();
  let hosts: ReadonlySet<string> = new Set();
  // Bound to every address (0.0.0.0), the name a person uses is not known; the token still guards the engine.
  const anyHost = options.host === '0.0.0.0' || options.host === '::';
  const isAllowed = ({ headers: { host = '' } }: IncomingMessage): boolean =>
    hosts.has(host) || (anyHost && HOST.test(host));

  const server = createServer((request, response) => {
    if (!isAllowed(request)) {
      response
        .writeHead(403, { 'content-type': 'text/plain; charset=utf-8' })
        .end('This server answers only to its own address.');
      return;
    }
    void servePage(root, request, response);
  });

  await listen(server, options);
  const { port } = server.address() as AddressInfo; // a TCP server that listens
  hosts = allowedHosts(options.host, port);

  let engine: EngineHost;
  try {
    engine = options.home === undefined ? createMovableHost() : createEngineHost(options.home);
    engine.restoreQueue();
  } catch (thrown) {
    server.close();
    throw thrown;
  }
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.on('error', () => socket.destroy()); // a caller that vanished
    const refuse = (status: string): void => {
      socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
    };
    const url = URL.canParse(request.url ?? '', 'http://localhost')
      ? new URL(request.url ?? '', 'http://localhost')
      : null;
    const { origin, host } = request.headers;
    if (url?.pathname !== '/engine') refuse('404 Not Found');
    else if (!isAllowed(request) || origin !== `http://${host}`) refuse('403 Forbidden');
    else if (!sameToken(url.searchParams.get('token') ?? '', token)) refuse('401 Unauthorized');
    else {
      sockets.handleUpgrade(request, socket, head, (accepted) => {
        serveClient(webSocketServerTransport(accepted), engine.handlers);
      });
    }
  });

  const shown = anyHost ? 'localhost' : options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${shown}:${port}/?token=${token}`,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await engine.close();
    },
  };
}
