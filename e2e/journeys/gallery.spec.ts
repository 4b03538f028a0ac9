import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from '../accessible.ts';
import { command } from '../person.ts';
import { expect, test } from '../test.ts';

test('templates are found, read about, opened by keyboard; own ones saved, renamed, used and deleted', async ({
  page,
  shell,
}) => {
  const gallery = page.getByRole('dialog', { name: 'Begin with a swarm' });
  const about = gallery.getByRole('region', { name: 'About this template' });
  await expect(about).toContainText('What to watch');
  await expect(about).toContainText('What to try');
  await expect(about).toContainText(/Learning time here, about.*\d/, { timeout: 60_000 });

  // By keyboard: search, down to the pictures, along them, open.
  await gallery.getByLabel('Search templates').fill('cascade');
  const cards = gallery.locator('[data-template]');
  await expect(cards.first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(
    cards
      .nth(0)
      .getByRole('button', { name: /^Open / })
      .first(),
  ).toBeFocused();
  await page.keyboard.press('ArrowRight');
  const second = cards.nth(1);
  await expect(second.getByRole('button', { name: /^Open / }).first()).toBeFocused();
  const name = (await second.getByRole('heading').first().textContent()) ?? '';
  await expect(about.getByRole('heading').first()).toContainText(name.slice(0, 6));
  await page.keyboard.press('Enter');
  await expect(gallery).toBeHidden();

  // Kept as a template of one's own, under another name; a file for every shell and the command line.
  await command(page, 'Save as template');
  const saving = page.getByRole('dialog', { name: 'Save as template' });
  await saving.getByLabel('Name', { exact: true }).fill('My pond');
  await saving.getByLabel('What it shows').fill('A quiet pond of mine.');
  await expectAccessible(page, 'save as template', '[role=dialog]');
  await saving.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(saving).toBeHidden();
  expect(await readdir(join(shell.home, 'templates'))).toEqual(['my-pond.swarm']);
  await mkdir(join(shell.home, 'templates'), { recursive: true });
  await writeFile(join(shell.home, 'templates', 'torn.swarm'), '{ "version": 1, "nodes": ');

  await page.keyboard.press('Control+Shift+O');
  await gallery.getByRole('button', { name: 'Yours' }).click();
  await expect(cards).toHaveCount(1);
  await expect(cards.first()).toContainText('A quiet pond of mine.');
  const broken = gallery.getByRole('list', { name: 'Templates that cannot be used' });
  await expect(broken).toContainText(/torn\.swarm.*line 1/i);
  await expectAccessible(page, 'own templates', '[role=dialog]');
  await broken.getByRole('button', { name: 'Delete torn' }).click();
  await broken.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(broken).toBeHidden();

  await cards.getByRole('button', { name: 'Rename My pond' }).click();
  await cards.getByLabel('New name').fill('Old pond');
  await cards.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(cards.getByRole('heading')).toContainText('Old pond');
  await cards.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('tab', { name: 'Old pond' })).toBeVisible();

  await page.keyboard.press('Control+Shift+O');
  await gallery.getByRole('button', { name: 'Yours' }).click();
  await cards.getByRole('button', { name: 'Delete Old pond' }).click();
  await cards.getByRole('button', { name: 'Keep' }).click();
  await expect(cards).toHaveCount(1);
  await cards.getByRole('button', { name: 'Delete Old pond' }).click();
  await cards.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(gallery.getByRole('button', { name: 'Yours' })).toBeHidden();
  expect(await readdir(join(shell.home, 'templates'))).toEqual([]);
});
