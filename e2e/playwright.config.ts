import { defineConfig } from '@playwright/test';
import { findChromium } from '../scripts/chromium.mjs';

const executablePath = findChromium();
if (executablePath === null) {
  throw new Error(
    'No Chromium was found. `npm test` installs one; or set SHUURAI_CHROMIUM to the path of Chromium or Chrome.',
  );
}
const report = process.env.SHUURAI_E2E_REPORT;

/** Journeys through the browser shell in real Chromium. One at a time: each has an engine that trains. */
export default defineConfig({
  testDir: './journeys',
  outputDir: '../test-results/e2e',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
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
