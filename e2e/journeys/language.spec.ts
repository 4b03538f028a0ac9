import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beginEmpty, openFile } from '../person.ts';
import { root } from '../shell.ts';
import { expect, test } from '../test.ts';

test('in German everything is German: canvas, problems, templates, numbers, and what the engine says', async ({
  page,
}) => {
  await beginEmpty(page);
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
  const fish = Object.values<{ kind: string; params: Record<string, unknown> }>(document.nodes).find(
    ({ kind }) => kind === 'fish',
  );
  Object.assign(fish?.params ?? {}, { heads: 7 });
  await openFile(page, 'kaputt.swarm', JSON.stringify(document));
  await expect(
    page
      .locator('.problem-list')
      .getByText(/Köpfe teilen eine Breite von \d+ nicht ohne Rest/)
      .first(),
  ).toBeVisible();

  // A run: its log, its states, its numbers.
  await openFile(page, 'hierarchie.swarm', text);
  await page.getByRole('banner').getByRole('button', { name: 'Starten', exact: true }).click();
  await expect(page.locator('.run-status')).toHaveAttribute('data-state', 'running', { timeout: 60_000 });
  await expect(page.locator('.cost')).toContainText('Speicher');
  await page.getByRole('tab', { name: 'Protokoll' }).click();
  await expect(page.getByText(/^Gestartet: 3 Fische/)).toBeVisible({ timeout: 60_000 });

  // Files that are no swarms.
  await openFile(page, 'leer.swarm', '{ "version": 99 }');
  await expect(page.getByRole('dialog')).toContainText('Diese Datei stammt von einem neueren Shuurai');
});
