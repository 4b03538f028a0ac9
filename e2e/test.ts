import { test as base } from '@playwright/test';
import { Shell } from './shell.ts';

/**
 * A test with its own browser shell; `page` starts at its address. An error the page throws, and anything its content
 * policy had to refuse, fails the test.
 */
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
    page.on('console', (message) => {
      if (/content.security.policy/i.test(message.text())) errors.push(new Error(message.text()));
    });
    // While somebody listens, choosers are intercepted; a listener that comes with the key press may be too late.
    page.on('filechooser', () => undefined);
    // As in browsers without file pickers (Firefox, Safari): a file chooser and downloads, which a test can drive.
    await page.addInitScript(() => {
      for (const picker of ['showOpenFilePicker', 'showSaveFilePicker'])
        Object.defineProperty(window, picker, { value: undefined });
    });
    await page.goto(shell.url);
    await use(page);
    if (errors.length > 0)
      throw new AggregateError(errors, `The page threw: ${errors.map((e) => e.message).join('; ')}`);
  },
});

export { expect } from '@playwright/test';
