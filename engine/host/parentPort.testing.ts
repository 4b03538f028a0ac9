/**
 * Stands in for Electron in a forked Node process: `process.parentPort` over the IPC channel, as far as the engine
 * process uses it. `connect` brings a port whose other end is bridged to the channel as {bridge: message}.
 */
import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => process.send?.(message),
});
Object.assign(process, { parentPort });

let bridge: MessagePort | null = null;

function connect() {
  const { port1, port2 } = new MessageChannel();
  bridge = port1;
  port1.on('message', (message) => process.send?.({ bridge: message }));
  const emitter = new EventEmitter();
  port2.on('close', () => emitter.emit('close'));
  return Object.assign(emitter, {
    postMessage: (message: unknown) => port2.postMessage(message),
    start: () => port2.on('message', (data) => emitter.emit('message', { data })),
    close: () => port2.close(),
  });
}

process.on('message', (message: { type?: string; bridge?: unknown }) => {
  if (message.bridge !== undefined) bridge?.postMessage(message.bridge);
  else if (message.type === 'reject') void Promise.reject(new Error('nobody caught this'));
  else parentPort.emit('message', { data: message, ports: message.type === 'connect' ? [connect()] : [] });
});
