import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EngineChild, EngineSupervisor } from './supervisor.ts';

/** Real child processes that behave as their name says. */
const CHILDREN = {
  healthy: `process.on('message', (m) => {
    if (m.type === 'ping') process.send({ type: 'pong' });
    if (m.type === 'crash') process.exit(7);
    if (m.type === 'shutdown') process.exit(0);
  });`,
  training: `process.on('message', (m) => {
    if (m.type === 'ping') process.send({ type: 'pong', working: true });
    if (m.type === 'crash') process.exit(7);
    if (m.type === 'shutdown') process.exit(0);
  });`,
  hanging: `process.on('message', () => {});`,
  broken: `process.exit(3);`,
};

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shuurai-supervisor-'));
  for (const [name, code] of Object.entries(CHILDREN)) await writeFile(join(dir, `${name}.mjs`), code);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** Only a test about hanging beats fast: a busy machine may take a second to start a healthy child. */
function setUp(behaviours: readonly (keyof typeof CHILDREN)[], heartbeatMs = 60_000) {
  const children: { raw: ReturnType<typeof fork>; child: EngineChild }[] = [];
  const starts: number[] = [];
  const told: boolean[] = [];
  let givenUp: (message: string) => void = () => undefined;
  const gaveUp = new Promise<string>((resolve) => {
    givenUp = resolve;
  });
  const supervisor = new EngineSupervisor({
    fork: () => {
      const raw = fork(join(dir, `${behaviours[Math.min(children.length, behaviours.length - 1)]}.mjs`));
      const child: EngineChild = {
        postMessage: (message) => {
          if (raw.connected) raw.send(message as object);
        },
        onMessage: (listener) => raw.on('message', listener),
        onExit: (listener) => raw.on('exit', listener),
        kill: () => raw.kill('SIGKILL'),
      };
      children.push({ raw, child });
      return child;
    },
    onStarted: () => starts.push(Date.now()),
    onGivenUp: givenUp,
    onWorking: (working) => told.push(working),
    heartbeatMs,
    backOffMs: 5,
  });
  return { supervisor, children, starts, told, gaveUp };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('engine supervision', () => {
  it('restarts an engine that crashed', async () => {
    const { supervisor, children, starts } = setUp(['healthy']);
    supervisor.start();
    children[0]!.child.postMessage({ type: 'crash' });
    await until(() => starts.length === 2);
    expect(children).toHaveLength(2);
    await supervisor.stop();
  });

  it('finds an engine that hangs and replaces it', async () => {
    const { supervisor, children, starts } = setUp(['hanging', 'healthy'], 100);
    supervisor.start();
    await until(() => starts.length >= 2);
    expect(children[0]!.raw.signalCode).toBe('SIGKILL');
    await supervisor.stop();
  });

  it('tells when runs compute, and that none does once the engine is gone', async () => {
    const { supervisor, children, starts, told } = setUp(['training', 'healthy'], 200);
    supervisor.start();
    await until(() => told.length === 1);
    expect(told).toEqual([true]);
    children[0]!.child.postMessage({ type: 'crash' });
    await until(() => starts.length === 2);
    expect(told).toEqual([true, false]);
    await supervisor.stop();
  });

  it('gives up with a sentence after three restarts in a minute', async () => {
    const { supervisor, gaveUp, starts } = setUp(['broken']);
    supervisor.start();
    expect(await gaveUp).toMatch(/ended 4 times within a minute.*exit code 3/s);
    expect(starts).toHaveLength(4);
    await supervisor.stop();
  });

  it('leaves no process behind, whether the engine obeys or not', async () => {
    for (const behaviour of ['healthy', 'hanging'] as const) {
      const { supervisor, children } = setUp([behaviour]);
      supervisor.start();
      await supervisor.stop(50);
      expect(children[0]!.raw.exitCode !== null || children[0]!.raw.signalCode !== null).toBe(true);
      expect(children).toHaveLength(1);
    }
  });
});
