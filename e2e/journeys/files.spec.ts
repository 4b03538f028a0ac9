import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beginEmpty, command, nodeOf, openFile } from '../person.ts';
import { root } from '../shell.ts';
import { expect, test } from '../test.ts';

test('a saved swarm is the same when it is opened again', async ({ page }) => {
  await beginEmpty(page);
  const text = await readFile(join(root, 'templates', 'committee.swarm'), 'utf8');
  await openFile(page, 'committee.swarm', text);
  await expect(page.getByRole('tab', { name: 'Committee' })).toHaveAttribute('aria-selected', 'true');

  await page.getByRole('textbox', { name: 'Name of the swarm' }).fill('Council');
  await expect(page.getByRole('tab', { name: /Council/ })).toBeVisible();
  await expect(page.getByRole('img', { name: 'not saved to a file' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const saved = await readFile(await (await download).path(), 'utf8');
  await expect(page.getByText('Saved “committee.swarm”.')).toBeVisible();
  await expect(page.getByRole('img', { name: 'not saved to a file' })).toHaveCount(0);
  expect(saved).toBe(text.replace('"name": "Committee"', '"name": "Council"'));

  // Closed, it is among the recent files, as it was saved.
  const tabs = page.getByRole('tablist', { name: 'Open swarms' }).getByRole('tab');
  const open = await tabs.count();
  await command(page, 'Close tab');
  await expect(tabs).toHaveCount(open - 1);
  await page.getByRole('banner').getByRole('button', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: 'Open recent' }).click();
  await page.getByRole('menuitem', { name: /^committee\.swarm/ }).click();
  await expect(page.getByRole('tab', { name: 'Council' })).toHaveAttribute('aria-selected', 'true');

  await openFile(page, 'again.swarm', saved);
  await expect(page.getByRole('tab', { name: 'Council' })).toHaveCount(2);
  await expect(nodeOf(page, 'What a vote says')).toBeVisible();

  // As the shell of Windows writes it.
  await openFile(page, 'wide.swarm', Buffer.from(`\ufeff${saved}`, 'utf16le').swap16());
  await expect(page.getByRole('tab', { name: 'Council' })).toHaveCount(3);
});
