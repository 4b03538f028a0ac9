import { test as base } from '@playwright/test';
import { Shell } from './shell.ts';

/** A test with its own browser shell; `page` starts at its address. A page error fails the test. */
export const test = base.extend<{ shell: Shell }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  shell: async ({}, use) => {
    const shell = await Shell.start();
    await use(shell);
    await shell.remove();
  },
  page: async ({ page, shell }, use) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(shell.url);
    await use(page);
    if (errors.length > 0)
      throw new AggregateError(errors, `The page threw: ${errors.map((e) => e.message).join('; ')}`);
  },
});

export { expect } from '@playwright/test';
