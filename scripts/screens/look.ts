import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';

export const COMMON = { width: 1280, height: 800 };
const SIZES = [COMMON, { width: 1920, height: 1080 }];
const SMALLEST = { width: 1024, height: 700 };
/** The usual window at a zoom of 200 %. */
export const HALF = { width: 640, height: 400 };

/** Where the picture of this name goes. */
export const pictureAt = (name: string): string => join(resolve(process.argv[2] ?? '.'), `${name}.png`);

interface Looks {
  /** `fit`: the swarm is fitted to each size; `popup`: only the size it was opened at; `small`: also the smallest. */
  readonly as: 'fit' | 'popup' | 'small' | 'plain';
}

/** Pictures of what the page shows now, in every theme and size. */
export async function look(page: Page, name: string, { as }: Looks = { as: 'plain' }): Promise<void> {
  const sizes = as === 'popup' ? [COMMON] : as === 'fit' || as === 'small' ? [SMALLEST, ...SIZES] : SIZES;
  for (const size of sizes) {
    await page.setViewportSize(size);
    if (as === 'fit') await page.keyboard.press('Shift+1');
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(400); // transitions of the theme
      await page.screenshot({ path: pictureAt(`${name}-${size.width}-${colorScheme}`) });
    }
  }
  await page.setViewportSize(COMMON);
  await page.emulateMedia({ colorScheme: 'dark' });
  if (as === 'fit') await page.keyboard.press('Shift+1');
}

/** One part of the page in both themes. */
export async function picturePart(page: Page, part: Locator, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(300); // transitions of the theme
    await part.screenshot({ path: pictureAt(`${name}-${colorScheme}`) });
  }
  await page.emulateMedia({ colorScheme: 'dark' });
}
