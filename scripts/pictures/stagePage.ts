import type { Page } from '@playwright/test';
import type { Stage } from '../stage.ts';

const SIZE = { width: 1280, height: 800 };

interface Look {
  readonly theme?: 'dark' | 'light';
  readonly language?: 'en' | 'de';
  /** Charts under the canvas; absent: the usual two. */
  readonly charts?: readonly string[];
  readonly size?: { readonly width: number; readonly height: number };
  /** Height of the panel under the canvas. */
  readonly panel?: number;
}

/** A page at the gallery, with hints already read. */
export async function stagePage(
  { shell, browser }: Stage,
  { theme = 'dark', language = 'en', charts, size = SIZE, panel }: Look,
): Promise<Page> {
  const context = await browser.newContext({ viewport: size, colorScheme: theme });
  const page = await context.newPage();
  const board = charts === undefined ? null : JSON.stringify({ charts, legend: true });
  await page.addInitScript(
    ([chosen, shown]) => {
      localStorage.setItem('shuurai.hints', JSON.stringify({ state: { fish: true }, version: 0 }));
      localStorage.setItem('shuurai.language', chosen);
      if (shown !== null) localStorage.setItem('shuurai.charts', shown);
    },
    [language, board] as const,
  );
  await page.goto(shell.url);
  const card = page.locator('[data-template]').first();
  const gallery = page.locator('[data-command="templates"]').first();
  await card.or(gallery).first().waitFor();
  await page.waitForTimeout(1000); // at the very first start the gallery opens by itself
  if (!(await card.isVisible())) await gallery.click();
  await card.waitFor();
  if (panel !== undefined) await resize(page, panel);
  return page;
}

/** The panel's edge is moved under the gallery, by its keys. */
async function resize(page: Page, height: number): Promise<void> {
  await page.keyboard.press('Escape');
  const edge = page.getByRole('separator').last();
  const now = Number(await edge.getAttribute('aria-valuenow'));
  await edge.focus();
  const step = 16;
  for (let at = now; at < height; at += step) await page.keyboard.press('ArrowUp');
  for (let at = now; at > height + step; at -= step) await page.keyboard.press('ArrowDown');
  await page.locator('[data-command="templates"]').first().click();
}

/** Opens a template and runs it; the pointer rests on nothing. */
export async function openAndRun(page: Page, template: string): Promise<void> {
  const card = page.locator(`[data-template="${template}"]`);
  await card.locator('.btn.primary').click();
  await page.mouse.move(SIZE.width / 2, 60);
}

/** Waits until the run has completed this round, or has ended. */
export async function atRound(page: Page, round: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const status = document.querySelector<HTMLElement>('.run-status');
      const shown = Number(status?.querySelector('b')?.textContent ?? 0);
      return shown > wanted || ['finished', 'stopped', 'failed'].includes(status?.dataset.state ?? '');
    },
    round,
    { timeout: 600_000 },
  );
}

export const atEnd = (page: Page): Promise<void> => atRound(page, Number.POSITIVE_INFINITY);
