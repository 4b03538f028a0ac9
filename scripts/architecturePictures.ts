/**
 * Makes the pictures of docs/concepts.md from the real application: each architecture's template, opened from the gallery
 * and run to its end. `node scripts/architecturePictures.ts [NAME...]`; build the page first.
 */
import { join } from 'node:path';
import { root } from '../e2e/shell.ts';
import { onStage } from './stage.ts';

const NAMES = [
  'distributed',
  'hierarchical',
  'modular',
  'self-organising',
  'federated',
  'evolutionary',
  'schools-under-a-hierarchy',
  'schooling',
];
const SIZE = { width: 1280, height: 800 };
const chosen = process.argv.length > 2 ? process.argv.slice(2) : NAMES;

await onStage(async ({ shell, browser }) => {
  for (const name of chosen) {
    const page = await browser.newPage({ viewport: SIZE, colorScheme: 'dark' });
    await page.goto(`${shell.url}`);
    const card = page.locator(`[data-template="${name}"]`);
    const gallery = page.locator('[data-command="templates"]');
    await card.or(gallery.first()).first().waitFor();
    await page.waitForTimeout(1000); // at the very first start the gallery opens by itself
    if (!(await card.isVisible())) await gallery.first().click();
    await card.getByRole('button', { name: 'Open and run' }).click();
    await page.mouse.move(SIZE.width / 2, 60); // rests on nothing
    await page
      .locator('.run-status[data-state="finished"], .run-status[data-state="stopped"]')
      .waitFor({ timeout: 600_000 });
    await page.waitForTimeout(1500); // the last points are drawn
    await page.screenshot({ path: join(root, 'docs', 'pictures', `${name}.png`) });
    await page.close();
  }
});
