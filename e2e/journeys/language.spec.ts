import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openFile, runButton } from '../person.ts';
import { root } from '../shell.ts';
import { expect, test } from '../test.ts';

test('in German everything is German: canvas, problems, templates, numbers, and what the engine says', async ({
  page,
}) => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByLabel('Language').selectOption('de');
  await settings.getByRole('button', { name: 'Load again' }).click();

  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('button', { name: 'Datei' })).toBeVisible();
  await page.keyboard.press('Control+,');
  const einstellungen = page.getByRole('dialog', { name: 'Einstellungen' });
  await expect(einstellungen.getByLabel('Sprache')).toHaveValue('de');
  await einstellungen.getByRole('button', { name: 'Schließen' }).click();

  // A swarm that cannot run says why, and how to mend it.
  const text = await readFile(join(root, 'templates', 'hierarchical.swarm'), 'utf8');
  const document = JSON.parse(text);
  document.nodes.fish = { ...document.nodes.scout, params: { ...document.nodes.scout?.params, heads: 7 } };
  await openFile(page, 'kaputt.swarm', JSON.stringify(document));
  await expect(page.getByText(/Köpfe teilen eine Breite von \d+ nicht ohne Rest/).first()).toBeVisible();

  // A run: its log, its states, its numbers.
  await openFile(page, 'hierarchie.swarm', text);
  await runButton(page)
    .or(page.getByRole('banner').getByRole('button', { name: 'Lauf', exact: true }))
    .click();
  await expect(page.locator('.run-status')).toHaveAttribute('data-state', 'running', { timeout: 60_000 });
  await expect(page.locator('.cost')).toContainText('Speicher');
  await page.getByRole('tab', { name: 'Protokoll' }).click();
  await expect(page.getByText(/^Gestartet: 3 Fische/)).toBeVisible({ timeout: 60_000 });

  // Files that are no swarms.
  await openFile(page, 'leer.swarm', '{ "version": 99 }');
  await expect(page.getByRole('dialog')).toContainText('Diese Datei stammt von einem neueren Shuurai');
});
