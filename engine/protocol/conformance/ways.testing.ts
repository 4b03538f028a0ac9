import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { MessageChannel, Worker } from 'node:worker_threads';
import { WebSocketServer } from 'ws';
import { type EmitterPort, messagePortTransport } from '../messagePortTransport.ts';
import { processTransport } from '../processTransport.node.ts';
import { serveClient } from '../serveClient.ts';
import type { Transport } from '../transport.ts';
import { transportPair } from '../transportPair.ts';
import { webSocketServerTransport } from '../webSocketServerTransport.node.ts';
import { webSocketTransport } from '../webSocketTransport.ts';
import { memoryEngine } from './memoryEngine.ts';

/** An engine that can be reached, again and again, over one kind of transport. */
export interface Reachable {
  connect(): Promise<Transport>;
  stop(): Promise<void>;
}

async function inProcess(): Promise<Reachable> {
  const engine = memoryEngine();
  return {
    connect: async () => {
      const [view, served] = transportPair();
      serveClient(served, engine);
      return view;
    },
    stop: async () => {},
  };
}

async function workerThread(): Promise<Reachable> {
  const worker = new Worker(new URL('./engineThread.ts', import.meta.url));
  return {
    connect: async () => {
      const { port1, port2 } = new MessageChannel();
      worker.postMessage(port2, [port2]);
      return messagePortTransport(port1);
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}

/** Electron's MessagePortMain: an event emitter whose messages come wrapped, started by hand. */
function emitterPorts(): [EmitterPort, EmitterPort] {
  const { port1, port2 } = new MessageChannel();
  return [port1, port2].map((port): EmitterPort => {
    const emitter = new EventEmitter();
    port.on('close', () => emitter.emit('close'));
    return {
      postMessage: (message) => port.postMessage(message),
      on: (type: string, listener: (event: { readonly data: unknown }) => void) => emitter.on(type, listener),
      start: () => port.on('message', (data) => emitter.emit('message', { data })),
      close: () => port.close(),
    };
  }) as [EmitterPort, EmitterPort]; // of the two just made
}

async function electronPorts(): Promise<Reachable> {
  const engine = memoryEngine();
  return {
    connect: async () => {
      const [view, served] = emitterPorts();
      serveClient(messagePortTransport(served), engine);
      return messagePortTransport(view);
    },
    stop: async () => {},
  };
}

/** One process has one channel, so every connection is a new engine. */
async function childProcess(): Promise<Reachable> {
  const children: ChildProcess[] = [];
  return {
    connect: async () => {
      const child = fork(new URL('./engineProcess.ts', import.meta.url), {
        execArgv: ['--disable-warning=ExperimentalWarning'],
      });
      children.push(child);
      return processTransport(child);
    },
    stop: async () => {
      for (const child of children) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        child.kill();
        await once(child, 'exit');
      }
    },
  };
}

async function webSocket(): Promise<Reachable> {
  const engine = memoryEngine();
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  server.on('connection', (socket) => serveClient(webSocketServerTransport(socket), engine));
  const { port } = server.address() as AddressInfo; // listening on TCP
  return {
    connect: () => webSocketTransport(`ws://127.0.0.1:${port}`),
    stop: async () => {
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const WAYS = {
  'within a process': { start: inProcess, keepsRuns: true },
  'a worker thread (MessagePort)': { start: workerThread, keepsRuns: true },
  "Electron's kind of port": { start: electronPorts, keepsRuns: true },
  'a child process (IPC)': { start: childProcess, keepsRuns: false },
  'a WebSocket': { start: webSocket, keepsRuns: true },
} as const;
