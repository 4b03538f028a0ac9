import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../e2e/shell.ts';
import type { Stage } from '../stage.ts';
import { COMMON, HALF, look, pictureAt } from './look.ts';
import { begin, dismiss, dropFile, template } from './page.ts';

/** What needs no run: gallery, empty window, editing, dialogues, messages. */
export async function designing(stage: Stage): Promise<void> {
  const page = await begin(stage);
  await template(page, 'distributed').waitFor();
  await look(page, 'gallery', { as: 'small' });
  await page.getByRole('button', { name: 'Empty canvas' }).click();
  await look(page, 'empty', { as: 'small' });
  for (const tab of ['Fish', 'Confusion', 'Weights', 'Topology', 'Lineage', 'Try it', 'Runs', 'Log']) {
    const trigger = page.getByRole('tab', { name: tab, exact: true });
    if ((await trigger.count()) === 0) continue;
    await trigger.click();
    await look(page, `empty-${tab.toLowerCase().replace(' ', '-')}`, { as: 'popup' });
  }
  await page.getByRole('tab', { name: 'Learning' }).click();
  await page.locator('.react-flow__pane').dblclick({ position: { x: 300, y: 160 } });
  await look(page, 'quick-add', { as: 'popup' });
  await page.keyboard.type('ave');
  await look(page, 'quick-add-search', { as: 'popup' });
  await page.keyboard.press('Enter');
  await look(page, 'problems', { as: 'fit' });
  await page.keyboard.press('Escape');
  await look(page, 'problems-document', { as: 'popup' });

  await page.keyboard.press('Control+Shift+O');
  await template(page, 'ring-talk').getByRole('button', { name: 'Open', exact: true }).click();
  await look(page, 'ring-talk', { as: 'fit' });
  await page.keyboard.press('Control+Shift+O');
  await template(page, 'distributed').getByRole('button', { name: 'Open', exact: true }).click();
  await look(page, 'template', { as: 'fit' });
  const nodes = page.locator('.react-flow [data-node]');
  for (const kind of new Set(
    await nodes.evaluateAll((all) => all.map((node) => (node as HTMLElement).dataset.kind ?? '')),
  )) {
    await page
      .locator(`.react-flow [data-kind="${kind}"]`)
      .first()
      .click({ position: { x: 90, y: 16 } });
    await look(page, `inspector-${kind}`);
  }
  await page.getByRole('main').getByLabel('Prediction of Fish to Average').focus();
  await page.keyboard.press('Enter');
  await look(page, 'inspector-link', { as: 'popup' });
  await page
    .locator('.react-flow [data-kind="fish"]')
    .first()
    .click({ button: 'right', position: { x: 90, y: 16 } });
  await look(page, 'menu-node', { as: 'popup' });
  await dismiss(page);
  await page.locator('.react-flow__pane').click({ button: 'right', position: { x: 40, y: 300 } });
  await look(page, 'menu-canvas', { as: 'popup' });
  await dismiss(page);
  await page
    .locator('.react-flow [data-kind="fish"] [data-port="prediction"][data-direction="out"]')
    .first()
    .click({ button: 'right' });
  await look(page, 'menu-port', { as: 'popup' });
  await dismiss(page);
  await page.keyboard.press('Control+a');
  await look(page, 'several', { as: 'popup' });
  await page
    .locator('.react-flow [data-kind="fish"]')
    .first()
    .click({ button: 'right', position: { x: 90, y: 16 } });
  await look(page, 'menu-selection', { as: 'popup' });
  await dismiss(page);
  await dismiss(page);
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await page.keyboard.press('l');
  await look(page, 'link-from', { as: 'popup' });
  await page.keyboard.type('prediction');
  await page.keyboard.press('Enter');
  await look(page, 'link-to', { as: 'popup' });
  await dismiss(page);
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+L');
  await page.waitForTimeout(1500);
  await page.keyboard.press('Control+Alt+z');
  await look(page, 'steps', { as: 'popup' });
  await dismiss(page);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('fish');
  await look(page, 'find', { as: 'popup' });
  await dismiss(page);
  await dismiss(page);
  await page.getByRole('button', { name: 'File', exact: true }).click();
  await look(page, 'menu-file', { as: 'popup' });
  await dismiss(page);
  await page.keyboard.press('Control+k');
  await look(page, 'command-palette');
  await page.keyboard.type('zoom');
  await look(page, 'command-palette-search', { as: 'popup' });
  await dismiss(page);
  await page.keyboard.press('?');
  await look(page, 'shortcuts', { as: 'small' });
  await dismiss(page);

  for (const [name, panel] of [
    ['small', null],
    ['small-palette', 'Palette'],
    ['small-inspector', 'Inspector'],
    ['small-runs', 'Runs'],
  ] as const) {
    await page.setViewportSize(HALF);
    await page.keyboard.press('Shift+1');
    const bar = page.getByRole('navigation', { name: 'Panels' });
    if (panel !== null) await bar.getByRole('button', { name: panel }).click();
    await page.waitForTimeout(400);
    await page.screenshot({ path: pictureAt(`${name}-640-dark`) });
    if (panel !== null) await bar.getByRole('button', { name: panel }).click();
  }
  await page.setViewportSize(COMMON);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('import data');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Import data' }).waitFor();
  await look(page, 'import-empty', { as: 'small' });
  const csv = join(root, '../shared/data/clean/trec/train.csv');
  const buffer = existsSync(csv)
    ? await readFile(csv)
    : Buffer.from(`review;sentiment\n${'a fine film;pos\na dull film;neg\n'.repeat(40)}`);
  await page.getByLabel('Data file').setInputFiles({ name: 'train.csv', mimeType: 'text/csv', buffer });
  await page.getByText(/rows/).first().waitFor();
  await look(page, 'import', { as: 'small' });
  await page.getByLabel('Data file').setInputFiles({
    name: 'one.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('text\nonly\nthis\n'),
  });
  await page.waitForTimeout(500);
  await look(page, 'import-refused', { as: 'popup' });
  await dismiss(page);

  const half = await readFile(join(root, 'templates', 'committee.swarm'), 'utf8');
  await dropFile(page, 'half.swarm', half.slice(0, half.length / 2), 'application/json');
  await page.getByText(/line \d+, column \d+/i).waitFor();
  await look(page, 'broken-file');
  await page.close();
}
