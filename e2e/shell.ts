import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** `platform`: as a person starts it, whose folder for user data is this one. */
const homeEnv = (folder: string, place: 'chosen' | 'platform'): NodeJS.ProcessEnv =>
  place === 'chosen'
    ? { SHUURAI_HOME: folder }
    : { SHUURAI_HOME: undefined, HOME: folder, XDG_DATA_HOME: folder, LOCALAPPDATA: folder };

/** The real browser shell in a process of its own, with a home of its own. */
export class Shell {
  readonly home: string;
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(home: string, url: string, process: ChildProcess) {
    this.home = home;
    this.url = url;
    this.#process = process;
  }

  /** Starts `shuurai app` on a free port; `home` continues an earlier one. */
  static async start(home?: string, port = 0, place: 'chosen' | 'platform' = 'chosen'): Promise<Shell> {
    const folder = home ?? (await mkdtemp(join(tmpdir(), 'shuurai-e2e-')));
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        join(root, 'engine/cli/main.ts'),
        'app',
        '--port',
        String(port),
      ],
      { env: { ...process.env, ...homeEnv(folder, place) }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const errors: string[] = [];
    child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
    const lines = createInterface({ input: child.stdout! }); // stdio says pipe
    for await (const line of lines) {
      const url = /https?:\/\/\S+/.exec(line)?.[0];
      if (url !== undefined) {
        lines.on('line', () => undefined); // keep draining
        return new Shell(folder, url, child);
      }
    }
    throw new Error(`The browser shell ended before it printed its URL:\n${errors.join('')}`);
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill(signal);
    await ended;
  }

  /** Kills the process that serves the page and trains, not the one that watches it. */
  killEngine(): void {
    const children = execFileSync('pgrep', ['-P', String(this.#process.pid)], { encoding: 'utf8' });
    for (const pid of children.trim().split('\n')) process.kill(Number(pid), 'SIGKILL');
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.home, { recursive: true, force: true });
  }
}
