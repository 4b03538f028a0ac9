import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import { fromWire, type toWire } from '../protocol/wireError.ts';
import type { AppServerOptions } from './appServer.ts';
import { newToken } from './newToken.ts';
import { type EngineChild, EngineSupervisor } from './supervisor.ts';
import { workerUrl } from './workerUrl.ts';

export type ToAppProcess =
  | { readonly type: 'start'; readonly options: AppServerOptions }
  | { readonly type: 'ping' }
  | { readonly type: 'shutdown' };

export type FromAppProcess =
  | { readonly type: 'listening'; readonly url: string }
  | { readonly type: 'refused'; readonly error: ReturnType<typeof toWire> }
  | { readonly type: 'pong' };

export interface SupervisedApp {
  readonly url: string;
  /** Rejects once the server ended too often to be started again. */
  readonly failed: Promise<never>;
  close(): Promise<void>;
}

/** Milliseconds; a busy machine may take seconds to start a process. */
const HEARTBEAT = 10_000;
const GRACE = 30_000;

/**
 * The browser shell in a process of its own, started again when it dies: at the same port and with the same token, so
 * that open pages find it again. Runs it was at are found as interrupted.
 * @throws ShuuraiError as `startAppServer`
 */
export async function superviseApp(options: Omit<AppServerOptions, 'token'>): Promise<SupervisedApp> {
  const token = newToken();
  let port = options.port;
  let giveUp: (error: ShuuraiError) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  failed.catch(() => undefined); // told to whoever waits for it
  let answer: (message: FromAppProcess) => void = () => undefined;
  const first = new Promise<FromAppProcess>((resolve) => {
    answer = resolve;
  });

  const supervisor = new EngineSupervisor({
    fork: () => {
      const child = forkApp({ ...options, port, token });
      child.onMessage((data) => {
        const message = data as FromAppProcess; // our own child's
        if (message.type === 'listening') port = Number(new URL(message.url).port);
        if (message.type !== 'pong') answer(message);
        if (message.type === 'refused') child.kill();
      });
      return child;
    },
    onStarted: () => undefined,
    onGivenUp: () => {
      giveUp(
        new ShuuraiError(
          'internal',
          t`The engine ended four times within a minute and is not started again. Your swarms and runs are safe on disk: start Shuurai again.`,
        ),
      );
    },
    heartbeatMs: HEARTBEAT,
  });
  supervisor.start();
  const started = await Promise.race([first, failed]);
  if (started.type !== 'listening') {
    await supervisor.stop(0);
    throw started.type === 'refused' ? fromWire(started.error) : new ShuuraiError('internal', t`No answer.`);
  }
  return { url: started.url, failed, close: () => supervisor.stop(GRACE) };
}

function forkApp(options: AppServerOptions): EngineChild {
  const child = fork(fileURLToPath(workerUrl('appProcess')), { stdio: 'inherit' });
  const send = (message: ToAppProcess): void => {
    // Of one that ended in this moment its exit is told; without a callback the failure to write to it would end this process.
    if (child.connected) child.send(message, () => undefined);
  };
  send({ type: 'start', options });
  return {
    postMessage: (message) => send(message as ToAppProcess), // the supervisor sends "ping" and "shutdown"
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      child.on('exit', listener);
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}
