import { defineConfig } from '@playwright/test';
import { electronBarrier } from '../scripts/electron.mjs';
import { settings } from './settings.ts';

// Read by ./test.ts in the processes that run the journeys.
process.env.SHUURAI_E2E_SHELL = 'electron';

const barrier = electronBarrier();
if (barrier !== null && process.env.SHUURAI_E2E_ELECTRON === 'required') {
  throw new Error(`The journeys in Electron cannot run: ${barrier}`);
}

// Said once: the configuration is read in each of those processes too.
if (barrier !== null && process.env.TEST_WORKER_INDEX === undefined) {
  process.stderr.write(`SKIPPED, every journey in Electron: ${barrier}\n`);
}

/**
 * The same journeys in real Electron, built before with `npm run build`. Where it cannot open a window each is skipped
 * with the reason; SHUURAI_E2E_ELECTRON=required makes that a failure.
 */
export default defineConfig({ ...settings, outputDir: '../test-results/electron' });
