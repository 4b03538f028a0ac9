import { type EmitterPort, messagePortTransport } from '../protocol/messagePortTransport.ts';
import { serveClient } from '../protocol/serveClient.ts';
import { createMovableHost } from './movableHost.ts';

/**
 * Entry of the engine as an Electron utility process. Its parent sends `connect` with a port for each page, `ping`
 * every two seconds, which is answered by `pong` and whether a run computes, and `shutdown` before the application ends.
 */
interface ParentPort {
  on(
    type: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly EmitterPort[] }) => void,
  ): void;
  postMessage(message: unknown): void;
}

/** Electron adds `parentPort` to `process`; Node's types do not know it. */
const parent = (process as { parentPort?: ParentPort }).parentPort;
if (parent === undefined) {
  process.stderr.write(
    'This file is the engine of the desktop application. Use "shuurai app" for the browser shell.\n',
  );
  process.exit(2);
}

// Utility processes only warn of these since Electron 37; the supervisor starts another process, which resumes the runs.
for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
  process.on(event, (reason: unknown) => {
    process.stderr.write(
      `${event}: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}\n`,
    );
    process.exit(1);
  });
}

const host = createMovableHost();
host.resumeCutOff();
host.restoreQueue();
parent.on('message', ({ data, ports }) => {
  const type = typeof data === 'object' && data !== null && 'type' in data ? data.type : null;
  if (type === 'ping') parent.postMessage({ type: 'pong', working: host.isWorking() });
  else if (type === 'shutdown') void host.close().finally(() => process.exit(0));
  else if (type === 'connect')
    for (const port of ports) serveClient(messagePortTransport(port), host.handlers);
});
