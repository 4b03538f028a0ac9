import { defineConfig } from '@playwright/test';
import { findChromium } from '../scripts/chromium.mjs';
import { settings } from './settings.ts';

const executablePath = findChromium();
if (executablePath === null) {
  throw new Error(
    'No Chromium was found. `npm test` installs one; or set SHUURAI_CHROMIUM to the path of Chromium or Chrome.',
  );
}

/** Journeys through the browser shell in real Chromium. */
export default defineConfig({
  ...settings,
  outputDir: '../test-results/e2e',
  use: {
    viewport: { width: 1280, height: 800 },
    colorScheme: 'dark',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      args: [
        // Root in a container has no user namespaces for Chromium's own sandbox.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
