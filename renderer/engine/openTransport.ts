import { t } from '#engine/core/text.ts';
import { messagePortTransport } from '#engine/protocol/messagePortTransport.ts';
import type { Transport } from '#engine/protocol/transport.ts';
import { webSocketTransport } from '#engine/protocol/webSocketTransport.ts';

const PORT_TIMEOUT_MS = 10_000;

/** The way to the engine that this shell offers. Rejects with a sentence when there is none. */
export function openTransport(): Promise<Transport> {
  return window.shuurai === undefined ? webSocketTransport(socketAddress(window.location)) : openPort();
}

/** The browser shell serves page and engine from one address; the token of the page's address opens both. */
export function socketAddress(location: Pick<Location, 'protocol' | 'host' | 'search'>): string {
  const token = new URLSearchParams(location.search).get('token') ?? '';
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return `${scheme}//${location.host}/engine?token=${encodeURIComponent(token)}`;
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
      reject(new Error(t`The engine process did not answer.`));
    }, PORT_TIMEOUT_MS);
    const onWindowMessage = (event: MessageEvent<unknown>): void => {
      const port = event.ports[0];
      if (event.source !== window || port === undefined || !isPortMessage(event.data, nonce)) return;
      stop();
      resolve(messagePortTransport(port));
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
