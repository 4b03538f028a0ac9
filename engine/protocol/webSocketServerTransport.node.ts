import type { WebSocket } from 'ws';
import type { Transport } from './transport.ts';

/** Most bytes of one message: an upload of 200 MB in base64 and what goes around it. */
export const MAX_MESSAGE_BYTES = 210 * 1024 * 1024;

/** Bytes of answers a viewer may leave unread; above that, nothing more is read of it until it has read half of them. */
const MOST_UNREAD = 32 * 1024 * 1024;

/** What stands for a message that was not JSON; it fails every check and is answered with a sentence. */
const NOT_JSON = 'not JSON';

/** The engine's end of an accepted WebSocket. Text messages in JSON; anything else is passed on as invalid. */
export function webSocketServerTransport(socket: WebSocket, mostUnread = MOST_UNREAD): Transport {
  const closes: ((reason: string) => void)[] = [];
  let closed = false;
  socket.on('close', (code, reason) => {
    if (closed) return;
    closed = true;
    for (const listener of closes) listener(reason.toString() || `code ${code}`);
  });
  socket.on('error', () => socket.terminate()); // a broken frame or a lost connection; 'close' follows
  const readOn = (): void => {
    if (socket.isPaused && socket.bufferedAmount < mostUnread / 2) socket.resume();
  };
  return {
    send(message) {
      if (socket.readyState !== socket.OPEN) return;
      socket.send(JSON.stringify(message), readOn);
      if (socket.bufferedAmount > mostUnread) socket.pause();
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
