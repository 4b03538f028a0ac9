import type { Transport } from '#engine/protocol/transport.ts';

const PORT_TIMEOUT_MS = 10_000;

/** The way to the engine that this shell offers. Rejects with a sentence when there is none. */
export function openTransport(): Promise<Transport> {
  return window.shuurai === undefined ? openSocket(socketAddress(window.location)) : openPort();
}

/** The browser shell serves page and engine from one address; the token of the page's address opens both. */
export function socketAddress(location: Pick<Location, 'protocol' | 'host' | 'search' | 'hash'>): string {
  const token =
    new URLSearchParams(location.search).get('token') ??
    new URLSearchParams(location.hash.replace(/^#/, '')).get('token') ??
    '';
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return `${scheme}//${location.host}/engine?token=${encodeURIComponent(token)}`;
}

function openSocket(address: string): Promise<Transport> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    let onMessage: (message: unknown) => void = () => undefined;
    let onClose: (reason: string) => void = () => undefined;
    let opened = false;
    socket.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (typeof event.data !== 'string') return;
      try {
        onMessage(JSON.parse(event.data));
      } catch {
        socket.close(1003, 'not JSON');
      }
    });
    socket.addEventListener('close', (event) => {
      const reason = event.reason === '' ? 'The connection to the engine was lost.' : event.reason;
      if (opened) onClose(reason);
      else
        reject(new Error('The engine cannot be reached. Is the shell that serves this page still running?'));
    });
    socket.addEventListener('open', () => {
      opened = true;
      resolve({
        send: (message) => socket.send(JSON.stringify(message)),
        onMessage: (listener) => {
          onMessage = listener;
        },
        onClose: (listener) => {
          onClose = listener;
        },
        close: () => socket.close(1000),
      });
    });
  });
}

/** Asks the preload script for a port; it comes as a message of this window with our nonce. */
function openPort(): Promise<Transport> {
  return new Promise((resolve, reject) => {
    const nonce = crypto.randomUUID();
    const stop = (): void => {
      window.removeEventListener('message', onWindowMessage);
      clearTimeout(timer);
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error('The engine process did not answer.'));
    }, PORT_TIMEOUT_MS);
    const onWindowMessage = (event: MessageEvent<unknown>): void => {
      const port = event.ports[0];
      if (event.source !== window || port === undefined || !isPortMessage(event.data, nonce)) return;
      stop();
      resolve(portTransport(port));
    };
    window.addEventListener('message', onWindowMessage);
    window.shuurai?.connectEngine(nonce);
  });
}

function isPortMessage(data: unknown, nonce: string): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    'shuurai' in data &&
    data.shuurai === 'engine-port' &&
    'nonce' in data &&
    data.nonce === nonce
  );
}

function portTransport(port: MessagePort): Transport {
  let onClose: (reason: string) => void = () => undefined;
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.onmessage = (event: MessageEvent<unknown>) => listener(event.data);
    },
    onClose: (listener) => {
      onClose = listener;
      port.addEventListener('close', () => onClose('The engine process ended.'));
    },
    close: () => port.close(),
  };
}
