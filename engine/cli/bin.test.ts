import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { smallSwarm } from '../host/smallSwarm.testing.ts';

/** The npm command itself: a plain Node script that starts the engine's command line with Node 24. */
const bin = fileURLToPath(new URL('../../scripts/shuurai.mjs', import.meta.url));

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'shuurai-bin-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

function start(...args: string[]) {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: home,
    env: { ...process.env, SHUURAI_HOME: home },
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const finished = once(child, 'close').then(([code]) => ({ code, output }));
  return { child, finished };
}

it('passes arguments, output and exit code on', async () => {
  expect(await start('--version').finished).toEqual({
    code: 0,
    output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
  expect(await start('validate', 'none.swarm').finished).toMatchObject({
    code: 2,
    output: expect.stringContaining('does not exist'),
  });
});

const interruptions: [string, (child: ChildProcess) => void][] = [
  ['Ctrl-C', (child) => child.kill('SIGINT')],
  ['the request to end', (child) => child.kill('SIGTERM')],
  ['the closing of its output', (child) => child.stdout?.destroy()],
];

it.each(interruptions)(
  'saves a checkpoint at %s',
  async (_name, interrupt) => {
    await writeFile(
      join(home, 's.swarm'),
      smallSwarm({ 'run.rounds': '5000', 'nodes.crash.params.round': '9' }),
    );
    const { child, finished } = start('run', 's.swarm', '--json');
    await new Promise<void>((measured) => {
      child.stdout.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('swarm/accuracy')) measured();
      });
    });
    interrupt(child);
    expect(await finished).toEqual({ code: 130, output: expect.stringContaining('the checkpoint is saved') });
  },
  120_000,
);

it('says that a port is taken and exits with 2', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  const { code, output } = await start('app', '--port', port).finished;
  server.close();
  expect(code).toBe(2);
  // The page may not be built where this test runs; that is said first.
  expect(output).toMatch(new RegExp(`Port ${port} on 127.0.0.1 is in use|page of the designer is not built`));
});
