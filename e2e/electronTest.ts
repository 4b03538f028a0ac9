import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base } from '@playwright/test';
import { electronBarrier, findElectron } from '../scripts/electron.mjs';
import { answerDialogs } from './electronDialogs.ts';
import { root, type Shell } from './shell.ts';
import { watchErrors } from './watchErrors.ts';

/** The environment without what is not set. */
const environment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** A test with its own desktop application; `page` is its window. Everything it keeps lies in `home`. */
export const electronTest = base.extend<{ shell: Shell; home: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  shell: async ({}, use, info) => {
    info.skip(true, 'this journey is about the process of the browser shell, which Electron does not have');
    await use(undefined as never); // never reached: skip ends the test
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  home: async ({}, use) => {
    const home = await mkdtemp(join(tmpdir(), 'shuurai-electron-'));
    await use(home);
    await rm(home, { recursive: true, force: true });
  },
  page: async ({ home }, use, info) => {
    const barrier = electronBarrier();
    info.skip(barrier !== null, `the journeys in Electron cannot run: ${barrier}`);
    const app = await _electron.launch({
      executablePath: findElectron() ?? '', // there is one, or the barrier would have said so
      args: [
        root,
        // Root in a container has no user namespaces for Chromium's own sandbox.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
      env: { ...environment(), SHUURAI_HOME: home },
      colorScheme: 'dark',
      timeout: 60_000,
    });
    try {
      const page = await app.firstWindow();
      const failOnErrors = watchErrors(page);
      const chosen = info.outputPath('chosen');
      await mkdir(chosen, { recursive: true });
      await answerDialogs(app, page, chosen);
      await use(page);
      failOnErrors();
    } finally {
      await app.close();
    }
  },
});
