import { join } from 'node:path';
import { expectAccessible } from '../accessible.ts';
import { keptDrafts } from '../keptDrafts.ts';
import { beginEmpty, command } from '../person.ts';
import { Shell } from '../shell.ts';
import { expect, test } from '../test.ts';

test('settings say what they do, take effect at once, and are there after a reload', async ({ page }) => {
  await beginEmpty(page);
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByLabel('Theme').selectOption('light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await dialog.getByLabel('Motion').selectOption('reduced');
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'reduced');
  await dialog.getByLabel('Runs at once').selectOption('2');
  await dialog.getByLabel('Executor').selectOption('tfjs');
  await dialog.getByLabel('Threads').fill('3');
  await dialog.getByLabel('Threads').press('Tab');
  await expect(dialog.getByText(/runs$/).first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();

  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'reduced');
  await expect(page.locator('.canvas')).toBeVisible();
  await command(page, 'settings');
  await expect(dialog.getByLabel('Executor')).toHaveValue('tfjs');
  await expect(dialog.getByLabel('Threads')).toHaveValue('3');
  await expect(dialog.getByLabel('Runs at once')).toHaveValue('2');
});

test('the folder of everything is chosen, and all that was there is there again', async ({
  page,
  shell: given,
}) => {
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await beginEmpty(page);
  await page.keyboard.press('Control+,');
  await expect(dialog.getByText(join(given.home, 'runs'), { exact: true })).toBeVisible();
  await expect(dialog.getByText(/which SHUURAI_HOME names/)).toBeVisible();

  const shell = await Shell.start(undefined, 0, 'platform');
  try {
    await page.goto(shell.url);
    await beginEmpty(page);
    await page.getByRole('textbox', { name: 'Name of the swarm' }).fill('Reef');
    await page.keyboard.press('Control+,');
    await dialog.getByRole('button', { name: 'Choose another…' }).click();
    const field = dialog.getByLabel('Folder for everything');
    await field.fill('somewhere');
    await dialog.getByRole('button', { name: 'Use this folder' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Write the whole path of a folder');
    await expectAccessible(page, 'choosing a folder', '[role=dialog]');
    const reef = join(shell.home, 'reef');
    await field.fill(reef);
    await dialog.getByRole('button', { name: 'Use this folder' }).click();
    await expect(page.getByText(`From now on everything lies in ${reef}.`)).toBeVisible();
    await expect(dialog.getByText(join(reef, 'runs'), { exact: true })).toBeVisible();
    await expect.poll(() => keptDrafts(reef)).toContain('Reef');
    await page.reload();
    await expect(page.getByRole('tab', { name: 'Reef' })).toBeVisible();
  } finally {
    await shell.remove();
  }
});
