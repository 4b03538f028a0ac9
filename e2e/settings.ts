import type { PlaywrightTestConfig } from '@playwright/test';

const report = process.env.SHUURAI_E2E_REPORT;

/** What the journeys have in common, whichever shell they go through. One at a time: each has an engine that trains. */
export const settings = {
  testDir: './journeys',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
} satisfies PlaywrightTestConfig;
