import { type Browser, chromium } from '@playwright/test';
import { Shell } from '../e2e/shell.ts';
import { ensureChromium } from './chromium.mjs';

export interface Stage {
  readonly shell: Shell;
  readonly browser: Browser;
}

/**
 * Runs `play` with the real browser shell, which has a home of its own, and a real Chromium, and takes both down
 * afterwards. Build the page first. Drawing is left to the processor, which makes pictures of
 * different machines alike.
 */
export async function onStage(play: (stage: Stage) => Promise<void>): Promise<void> {
  const executablePath = ensureChromium();
  if (executablePath === null) throw new Error('No Chromium could be found or installed.');
  const shell = await Shell.start();
  try {
    const browser = await chromium.launch({
      executablePath,
      // Root in a container has no user namespaces for Chromium's own sandbox.
      args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
    try {
      await play({ shell, browser });
    } finally {
      await browser.close();
    }
  } finally {
    await shell.remove();
  }
}
