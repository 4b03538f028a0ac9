import type { Transport } from './transport.ts';

/** A MessagePort of the web or of Node's worker threads. */
export interface EventTargetPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message' | 'close', listener: (event: { readonly data?: unknown }) => void): void;
  start?(): void;
  close(): void;
}

/** Electron's MessagePortMain, and `process.parentPort` of a utility process. */
export interface EmitterPort {
  postMessage(message: unknown): void;
  on(type: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(type: 'close', listener: () => void): unknown;
  start?(): void;
  close?(): void;
}

/** Whole messages over a port of any of the three kinds. Messages that came before the first listener are kept by the port. */
export function messagePortTransport(port: EventTargetPort | EmitterPort): Transport {
  let closed = false;
  const closes: ((reason: string) => void)[] = [];
  const ended = (reason: string) => {
    if (closed) return;
    closed = true;
    for (const listener of closes) listener(reason);
  };
  const onClose = () => ended('the port was closed');
  if ('addEventListener' in port) port.addEventListener('close', onClose);
  else port.on('close', onClose);
  return {
    send(message) {
      if (!closed) port.postMessage(message);
    },
    onMessage(listener) {
      const receive = (event: { readonly data?: unknown }) => listener(event.data);
      if ('addEventListener' in port) port.addEventListener('message', receive);
      else port.on('message', receive);
      port.start?.();
    },
    onClose(listener) {
      closes.push(listener);
    },
    close() {
      port.close?.();
      ended('closed');
    },
  };
}
