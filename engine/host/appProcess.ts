import { toWire } from '../protocol/wireError.ts';
import { type AppServer, startAppServer } from './appServer.ts';
import type { FromAppProcess, ToAppProcess } from './superviseApp.ts';

/**
 * Entry of the browser shell's server and engine, as a child of `shuurai app`. It ends when it is told to, and when
 * its parent is gone; signals of the terminal are its parent's to answer.
 */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

let server: AppServer | null = null;
const say = (message: FromAppProcess): void => void process.send?.(message);
const end = (): void => {
  void (server?.close() ?? Promise.resolve()).finally(() => process.exit(0));
};

process.on('disconnect', end);
process.on('message', (message: ToAppProcess) => {
  switch (message.type) {
    case 'start':
      startAppServer(message.options).then(
        (started) => {
          server = started;
          say({ type: 'listening', url: started.url });
        },
        (thrown: unknown) => say({ type: 'refused', error: toWire(thrown) }),
      );
      break;
    case 'ping':
      say({ type: 'pong' });
      break;
    case 'shutdown':
      end();
      break;
  }
});
