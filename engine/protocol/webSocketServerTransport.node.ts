import type { WebSocket } from 'ws';
import type { Transport } from './transport.ts';

/** Most bytes of one message: an upload of 200 MB in base64 and what goes around it. */
export const MAX_MESSAGE_BYTES = 210 * 1024 * 1024;

/** What stands for a message that was not JSON; it fails every check and is answered with a sentence. */
const NOT_JSON = 'not JSON';

/** The engine's end of an accepted WebSocket. Text messages in JSON; anything else is passed on as invalid. */
export function webSocketServerTransport(socket: WebSocket): Transport {
  const closes: ((reason: string) => void)[] = [];
  let closed = false;
  socket.on('close', (code, reason) => {
    if (closed) return;
    closed = true;
    for (const listener of closes) listener(reason.toString() || `code ${code}`);
  });
  socket.on('error', () => socket.terminate()); // a broken frame or a lost connection; 'close' follows
  return {
    send(message) {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    },
    onMessage(listener) {
      socket.on('message', (data, isBinary) => {
        let message: unknown = NOT_JSON;
        try {
          if (!isBinary) message = JSON.parse(data.toString());
        } catch {
          // stays NOT_JSON
        }
        listener(message);
      });
    },
    onClose(listener) {
      closes.push(listener);
    },
    close() {
      socket.close(1000, 'closed');
    },
  };
}
