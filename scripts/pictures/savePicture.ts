import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../e2e/shell.ts';
import { palettePng } from './palettePng.ts';

const folder = join(root, 'docs', 'pictures');

/** What the page shows, as docs/pictures/NAME.png. */
export async function savePicture(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.waitForTimeout(600); // transitions are over, the last points drawn
  await writeFile(join(folder, `${name}.png`), palettePng(await page.screenshot()));
}
