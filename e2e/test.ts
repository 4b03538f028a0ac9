import { browserTest } from './browserTest.ts';
import { electronTest } from './electronTest.ts';

/**
 * A journey's test: `page` shows a Shuurai of its own, in Chromium at a browser shell (`playwright.config.ts`) or in
 * Electron (`electron.config.ts`). An error the page throws, and anything its content policy had to refuse, fails it.
 */
export const test = process.env.SHUURAI_E2E_SHELL === 'electron' ? electronTest : browserTest;

export { expect } from '@playwright/test';
