import type { Locator, Page } from '@playwright/test';
import type { Stage } from '../stage.ts';
import { COMMON } from './look.ts';

/** A fresh page at the gallery. File pickers of the system, which no picture shows, are left out. */
export async function begin({ shell, browser }: Stage, language = 'en'): Promise<Page> {
  const page = await browser.newPage({ viewport: COMMON, colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    for (const picker of ['showOpenFilePicker', 'showSaveFilePicker'])
      Object.defineProperty(window, picker, { value: undefined });
  });
  await page.addInitScript((code) => localStorage.setItem('shuurai.language', code), language);
  await page.goto(shell.url);
  return page;
}

/** A template's card in the gallery. */
export const template = (page: Page, id: string): Locator => page.locator(`[data-template="${id}"]`);
/** Closes what is on top. */
export const dismiss = (page: Page): Promise<void> => page.keyboard.press('Escape');

/** Drops a file on the canvas. */
export async function dropFile(page: Page, name: string, text: string, type: string): Promise<void> {
  const drop = await page.evaluateHandle(
    ([fileName, content, mime]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName, { type: mime }));
      return transfer;
    },
    [name, text, type] as const,
  );
  const canvas = page.locator('.react-flow');
  await canvas.dispatchEvent('dragover', { dataTransfer: drop });
  await canvas.dispatchEvent('drop', { dataTransfer: drop });
}
