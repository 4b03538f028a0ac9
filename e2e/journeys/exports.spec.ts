import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { beginEmpty, openFile } from '../person.ts';
import { root } from '../shell.ts';
import { expect, test } from '../test.ts';

/** The tabs of the open swarms. */
const openTabs = (page: Page) => page.getByRole('tablist', { name: 'Open swarms' }).getByRole('tab');

/** Exports the swarm that is open by the file menu; what the browser got. */
async function exported(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'File', exact: true }).click();
  await page.locator('[data-menu="export"]').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-command="export-${format}"]`).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Drops files of these bytes on the middle of the window, as a person does from a folder. */
async function drop(
  page: Page,
  files: readonly { name: string; type: string; bytes: Buffer }[],
): Promise<void> {
  const transfer = await page.evaluateHandle(
    (given) => {
      const data = new DataTransfer();
      for (const { name, type, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      return data;
    },
    files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') })),
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await expect(page.locator('.drop-overlay')).toBeVisible();
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.locator('.drop-overlay')).toBeHidden();
}

test('a swarm leaves in every form, and its picture brings it back', async ({ page }) => {
  await beginEmpty(page);
  await openFile(page, 'h.swarm', readFileSync(join(root, 'templates', 'hierarchical.swarm'), 'utf8'));
  await expect(page.locator('[data-node]').first()).toBeVisible();
  const nodes = await page.locator('[data-node]').count();

  const svg = await exported(page, 'svg');
  expect(svg.name).toBe('Hierarchical.svg');
  expect(svg.bytes.toString()).toContain('Cascade');
  expect((await exported(page, 'mermaid')).bytes.toString()).toMatch(/^flowchart LR\n/);
  const yaml = await exported(page, 'yaml');
  const json = await exported(page, 'json');
  expect(JSON.parse(json.bytes.toString())).toMatchObject({ meta: { name: 'Hierarchical' } });

  const png = await exported(page, 'png');
  expect(png.name).toBe('Hierarchical.png');
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  await drop(page, [{ name: 'from a friend.png', type: 'image/png', bytes: png.bytes }]);
  await expect(openTabs(page)).toHaveCount(3);
  await expect(page.locator('[data-node]')).toHaveCount(nodes);

  // So does its YAML, which stays YAML when it is saved.
  await drop(page, [{ name: 'reef.swarm.yaml', type: 'application/yaml', bytes: yaml.bytes }]);
  await expect(openTabs(page)).toHaveCount(4);
  await expect(page.locator('[data-node]')).toHaveCount(nodes);
  const saved = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  expect(readFileSync(await (await saved).path(), 'utf8')).toBe(yaml.bytes.toString());
});

test('files that carry no swarm are explained, one by one, and change nothing', async ({ page }) => {
  await beginEmpty(page);
  const tabs = await openTabs(page).count();
  const cases = [
    ['photo.png', 'image/png', Buffer.from('no picture'), 'no PNG picture'],
    ['empty.swarm', '', Buffer.alloc(0), 'empty (0 bytes)'],
    [
      'swarm.yaml',
      'application/yaml',
      Buffer.from('version: 1\nnodes: &a {}\n'),
      'Line 2, column 8: Anchors',
    ],
    ['broken.swarm', '', Buffer.from('{ "version": 1, '), 'line'],
  ] as const;
  for (const [name, type, bytes, says] of cases) {
    await drop(page, [{ name, type, bytes }]);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(`“${name}” cannot be opened`);
    await expect(dialog).toContainText(says, { ignoreCase: true });
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(dialog).toBeHidden();
  }
  await expect(openTabs(page)).toHaveCount(tabs);
});

test('dropped data open the import, with their rows in view', async ({ page }) => {
  await beginEmpty(page);
  const csv = Buffer.from('text,label\nfine weather,good\nrain again,bad\nsun,good\n');
  await drop(page, [{ name: 'weather.csv', type: 'text/csv', bytes: csv }]);
  await expect(page.getByRole('dialog')).toContainText('fine weather');
});
