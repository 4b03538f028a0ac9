import { test as base } from '@playwright/test';
import { Shell } from './shell.ts';
import { watchErrors } from './watchErrors.ts';

/** A test with its own browser shell; `page` starts at its address, and what it keeps lies in `home`. */
export const browserTest = base.extend<{ shell: Shell; home: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  shell: async ({}, use) => {
    const shell = await Shell.start();
    await use(shell);
    await shell.remove();
  },
  home: ({ shell }, use) => use(shell.home),
  page: async ({ page, shell }, use) => {
    const failOnErrors = watchErrors(page);
    // While somebody listens, choosers are intercepted; a listener that comes with the key press may be too late.
    page.on('filechooser', () => undefined);
    // As in browsers without file pickers (Firefox, Safari): a file chooser and downloads, which a test can drive.
    await page.addInitScript(() => {
      for (const picker of ['showOpenFilePicker', 'showSaveFilePicker'])
        Object.defineProperty(window, picker, { value: undefined });
    });
    await page.goto(shell.url);
    await use(page);
    failOnErrors();
  },
});
