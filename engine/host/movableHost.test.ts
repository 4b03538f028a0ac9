import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineClient } from '../protocol/engineClient.ts';
import { platformHome, shuuraiHome } from '../runs/home.ts';
import type { EngineHost } from './engineHost.ts';
import { clientOf } from './hostClient.testing.ts';
import { createMovableHost } from './movableHost.ts';
import { smallSwarm } from './smallSwarm.testing.ts';

let top: string;
let env: NodeJS.ProcessEnv;
let host: EngineHost;
let client: EngineClient;
const at = (name: string): string => join(top, name);

function open(): void {
  host = createMovableHost(env);
  client = clientOf(host);
}
beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'shuurai-place-'));
  env = { HOME: top, XDG_DATA_HOME: at('data'), LOCALAPPDATA: at('data') };
  open();
});
afterEach(async () => {
  client.close();
  await host.close();
  await rm(top, { recursive: true, force: true });
});
const choose = (home: string, existing: 'move' | 'keep' = 'move') =>
  client.request('folders.set', { home, existing });
const runs = async () => (await client.request('runs.list', {})).map(({ id }) => id);
const folders = async () => (await client.request('settings.get', {})).folders;

async function finishedRun(): Promise<string> {
  const document = smallSwarm({ 'run.rounds': '1', 'nodes.crash.params.round': '1' });
  const { runId } = await client.request('runs.start', { document });
  await vi.waitFor(async () => expect((await client.request('runs.get', { runId })).state).toBe('finished'), {
    timeout: 60_000,
    interval: 50,
  });
  return runId;
}

// Where a Mac keeps user data no variable says, so there a test would touch the person's own.
describe.skipIf(process.platform === 'darwin')('the folder of everything', () => {
  it('takes runs, templates and tabs along, at once and for what starts later', async () => {
    const run = await finishedRun();
    await expect(choose(at('elsewhere'))).resolves.toEqual({});
    expect((await folders()).runs).toBe(at('elsewhere/runs'));
    expect(await runs()).toEqual([run]);
    expect(await client.request('runs.predict', { runId: run, text: 'a good film' })).toHaveProperty('label');
    expect(shuuraiHome(env)).toBe(at('elsewhere'));
    expect(existsSync(join(platformHome(env), 'runs'))).toBe(false);
    client.close();
    await host.close();
    open();
    expect(await runs()).toEqual([run]);
    await choose(platformHome(env)); // and back
    expect(await runs()).toEqual([run]);
    expect(await readdir(at('elsewhere'))).toEqual(['data'].filter(() => existsSync(at('elsewhere/data'))));
  }, 120_000);

  it('leaves runs where they are if wanted, and finds them again there; tabs go along', async () => {
    const draft = { id: 'a', fileName: null, dirty: true, order: 0, document: '{}', runId: null, disk: null };
    await client.request('drafts.save', draft);
    const run = await finishedRun();
    await choose(at('fresh'), 'keep');
    expect(await runs()).toEqual([]);
    expect(await client.request('drafts.list', {})).toEqual([draft]);
    await choose(platformHome(env), 'keep');
    expect(await runs()).toEqual([run]);
  }, 120_000);

  it('refuses with a sentence what it cannot use, and changes nothing', async () => {
    await writeFile(at('file'), '');
    await mkdir(at('taken/runs/one'), { recursive: true });
    const before = await folders();
    const cases: readonly (readonly [string, RegExp])[] = [
      ['', /whole path/],
      ['somewhere/else', /whole path/],
      ['~/runs', /whole path/],
      [`${at('x')}\0`, /whole path/],
      [platformHome(env), /in use already/],
      [join(platformHome(env), 'runs', 'deeper'), /within the folder in use/],
      [at('file'), /is a file/],
      [at('file/below'), /cannot be written to/],
      [at('taken'), /has “runs” of its own/],
    ];
    for (const [home, says] of cases) await expect(choose(home)).rejects.toThrow(says);
    expect(await folders()).toEqual(before);
    expect(shuuraiHome(env)).toBe(platformHome(env));
  });

  it('is not changed while runs go, and not below SHUURAI_HOME', async () => {
    const document = smallSwarm({ 'run.rounds': '100000', 'nodes.crash.params.round': '99999' });
    const { runId } = await client.request('runs.start', { document });
    await expect(choose(at('elsewhere'))).rejects.toThrow(/Runs are going or waiting/);
    await client.request('runs.command', { runId, command: { type: 'stop' } });
    client.close();
    await host.close();
    env = { ...env, SHUURAI_HOME: at('mine') };
    open();
    await expect(choose(at('elsewhere'))).rejects.toThrow(/SHUURAI_HOME/);
    expect(existsSync(at('elsewhere'))).toBe(false);
  }, 60_000);

  it('says so where a chosen folder is gone, instead of beginning an empty one', async () => {
    await choose(at('drive'));
    client.close();
    await host.close();
    await rm(at('drive'), { recursive: true });
    expect(() => shuuraiHome(env)).toThrow(/is not there. Connect its drive, or delete/);
    env = { ...env, SHUURAI_HOME: at('mine') };
    open(); // SHUURAI_HOME still stands above it
    expect((await folders()).home).toBe(at('mine'));
  });
});
