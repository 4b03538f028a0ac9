import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import type { Transport } from './transport.ts';

/** Close code of RFC 6455, section 7.4.1: a message was too large. */
const TOO_LARGE = 1009;

function reasonOf(event: CloseEvent): string {
  if (event.code === TOO_LARGE) return 'a message was larger than the other side accepts';
  return event.reason === '' ? `the connection closed (code ${event.code})` : event.reason;
}

/** Connects to the engine behind a WebSocket; resolves once it is open. JSON text messages. */
export function webSocketTransport(url: string): Promise<Transport> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    const closes: ((reason: string) => void)[] = [];
    let ended: string | null = null;
    socket.addEventListener('close', (event) => {
      ended = reasonOf(event);
      reject(new ShuuraiError('interrupted', t`The engine cannot be reached: ${ended}.`));
      for (const listener of closes) listener(ended);
    });
    socket.addEventListener('open', () => {
      resolve({
        send(message) {
          if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
        },
        onMessage(listener) {
          socket.addEventListener('message', (event) => {
            try {
              listener(JSON.parse(String(event.data)));
            } catch (thrown) {
              if (!(thrown instanceof SyntaxError)) throw thrown;
              socket.close(1007, 'a message was not JSON');
            }
          });
        },
        onClose(listener) {
          if (ended === null) closes.push(listener);
          else listener(ended);
        },
        close: () => socket.close(1000, 'closed'),
      });
    });
  });
}
