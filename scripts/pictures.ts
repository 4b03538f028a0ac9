/** Makes the README's pictures from the real application: `node scripts/pictures.ts`. Build the page first. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../e2e/shell.ts';
import { onStage } from './stage.ts';

const SIZE = { width: 1440, height: 900 };
const folder = join(root, 'docs', 'pictures');

await mkdir(folder, { recursive: true });
await onStage(async ({ shell, browser }) => {
  const page = await browser.newPage({ viewport: SIZE, colorScheme: 'dark' });
  const picture = (name: string) => page.screenshot({ path: join(folder, `${name}.png`) });
  await page.goto(shell.url);
  const start = page.getByRole('button', { name: 'Open and run' }).first();
  await start.waitFor();
  await picture('gallery');
  await start.click();
  await page.mouse.move(SIZE.width / 2, SIZE.height / 2); // rests on nothing
  await page
    .getByText(/Fish 4 died/)
    .first()
    .waitFor({ timeout: 180_000 });
  await page
    .locator('.run-status')
    .filter({ hasText: /1[3-9] \/ 20/ })
    .waitFor({ timeout: 180_000 });
  await picture('running-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await picture('running-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('tab', { name: 'Try it' }).click();
  await page.getByLabel('Text to try').fill('the plot was superb and i loved it');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Answers of the fish' }).waitFor();
  await picture('try-it');
});
