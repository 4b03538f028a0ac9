import { beginEmpty, command } from '../person.ts';
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
