import { randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';
import { ShuuraiError } from '../core/errors.ts';
import { serveClient } from '../protocol/serveClient.ts';
import { MAX_MESSAGE_BYTES, webSocketServerTransport } from '../protocol/webSocketServerTransport.node.ts';
import { createEngineHost, type EngineHost } from './engineHost.ts';

export interface AppServerOptions {
  /** 0: a free one. */
  readonly port: number;
  readonly host: string;
  /** Folder of the built page; by default found beside the engine. */
  readonly rendererRoot?: string;
  /** User data folder; by default that of the platform. */
  readonly home?: string;
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

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
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
  const refuse = (status: number, text: string): void => {
    response.writeHead(status, { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' }).end(text);
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
    response.writeHead(200, { ...HEADERS, 'content-type': type, 'content-length': body.byteLength });
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

/**
 * The browser shell: one process that serves the built page and, to those who have the token, the engine.
 * @throws ShuuraiError `port-in-use`, or `invalid-arguments` where the page is not built or the address is not ours
 */
export async function startAppServer(options: AppServerOptions): Promise<AppServer> {
  const root = options.rendererRoot ?? findRenderer();
  const token = randomBytes(24).toString('base64url');
  let hosts: ReadonlySet<string> = new Set();
  // Bound to every address (0.0.0.0), the name a person uses is not known; the token still guards the engine.
  const anyHost = options.host === '0.0.0.0' || options.host === '::';
  const isAllowed = (request: IncomingMessage): boolean => anyHost || hosts.has(request.headers.host ?? '');

  const server = createServer((request, response) => {
    if (!isAllowed(request)) {
      response
        .writeHead(403, { 'content-type': 'text/plain; charset=utf-8' })
        .end('This server answers only to its own address.');
      return;
    }
    void servePage(root, request, response);
  });

  await new Promise<void>((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        failed(
          new ShuuraiError(
            'port-in-use',
            `Port ${options.port} on ${options.host} is in use by another program. Choose another with --port, or leave --port out for a free one.`,
          ),
        );
      } else if (error.code === 'EACCES') {
        failed(
          new ShuuraiError(
            'invalid-arguments',
            `Port ${options.port} may not be used by this user. Choose one above 1023 with --port.`,
          ),
        );
      } else {
        failed(
          new ShuuraiError(
            'invalid-arguments',
            `The server could not listen on ${options.host}: ${error.message}. Check --host.`,
          ),
        );
      }
    });
    server.listen(options.port, options.host, done);
  });
  const { port } = server.address() as AddressInfo; // a TCP server that listens
  hosts = allowedHosts(options.host, port);

  let engine: EngineHost;
  try {
    engine = createEngineHost(options.home);
  } catch (thrown) {
    server.close();
    throw thrown;
  }
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
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
