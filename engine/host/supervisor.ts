import { t } from '../core/text.ts';
/** The engine process as the supervisor sees it: an Electron utility process, or a child process in tests. */
export interface EngineChild {
  postMessage(message: unknown, ports?: readonly unknown[]): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
}

export interface SupervisorOptions {
  readonly fork: () => EngineChild;
  /** A new engine is up; hand out new ports. */
  readonly onStarted: () => void;
  /** It ended too often; `message` is for a person. */
  readonly onGivenUp: (message: string) => void;
  /** A run began to compute, or none does any more; told by the engine with its heartbeat. */
  readonly onWorking?: (working: boolean) => void;
  readonly heartbeatMs?: number;
  /** First pause before a restart; doubles with each restart within a minute. */
  readonly backOffMs?: number;
}

const MAX_RESTARTS_PER_MINUTE = 3;
const MINUTE = 60_000;
const MISSED_HEARTBEATS = 3;

/**
 * Keeps one engine process alive: restarts it with back-off when it ends or hangs, at most three times a minute,
 * and ends it together with the application so that none is left behind.
 */
export class EngineSupervisor {
  readonly #options: SupervisorOptions;
  #child: EngineChild | null = null;
  #restarts: number[] = [];
  #heartbeat: ReturnType<typeof setInterval> | undefined;
  #restartTimer: ReturnType<typeof setTimeout> | undefined;
  #missed = 0;
  #working = false;
  #stopping: (() => void) | null = null;
  #stopped = false;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  start(): void {
    const child = this.#options.fork();
    this.#child = child;
    this.#missed = 0;
    child.onMessage((message) => {
      if (typeof message !== 'object' || message === null || !('type' in message) || message.type !== 'pong')
        return;
      this.#missed = 0;
      this.#told('working' in message && message.working === true);
    });
    child.onExit((code) => this.#exited(child, code));
    clearInterval(this.#heartbeat);
    this.#heartbeat = setInterval(() => this.#beat(child), this.#options.heartbeatMs ?? 2000);
    this.#options.onStarted();
  }

  /** Sends a port to the engine; false while it is down (the page asks again when it is told of the restart). */
  connect(port: unknown): boolean {
    if (this.#child === null) return false;
    this.#child.postMessage({ type: 'connect' }, [port]);
    return true;
  }

  /** After "given up", on the user's wish. */
  restart(): void {
    this.#restarts = [];
    if (this.#child === null && !this.#stopped) this.start();
  }

  /** Asks the engine to checkpoint and end, waits, and kills it if it does not. */
  async stop(graceMs = 10_000): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#heartbeat);
    clearTimeout(this.#restartTimer);
    const child = this.#child;
    if (child === null) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => child.kill(), graceMs);
      this.#stopping = () => {
        clearTimeout(timer);
        resolve();
      };
      child.postMessage({ type: 'shutdown' });
    });
  }

  #told(working: boolean): void {
    if (working === this.#working) return;
    this.#working = working;
    this.#options.onWorking?.(working);
  }

  #beat(child: EngineChild): void {
    this.#missed += 1;
    if (this.#missed > MISSED_HEARTBEATS) child.kill();
    else child.postMessage({ type: 'ping' });
  }

  #exited(child: EngineChild, code: number | null): void {
    if (this.#child !== child) return;
    this.#child = null;
    clearInterval(this.#heartbeat);
    this.#told(false);
    if (this.#stopped) {
      this.#stopping?.();
      return;
    }
    const now = Date.now();
    this.#restarts = [...this.#restarts.filter((at) => now - at < MINUTE), now];
    if (this.#restarts.length > MAX_RESTARTS_PER_MINUTE) {
      this.#options.onGivenUp(
        t`The engine ended ${this.#restarts.length} times within a minute (last exit code ${code ?? '-'}). ` +
          t`Your swarms and runs are safe on disk. Look at the log, then choose "Restart the engine".`,
      );
      return;
    }
    const pause = (this.#options.backOffMs ?? 250) * 2 ** (this.#restarts.length - 1);
    this.#restartTimer = setTimeout(() => this.start(), pause);
  }
}
