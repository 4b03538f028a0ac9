import { shortSwarm } from '../../e2e/shortSwarm.ts';
import { serialize } from '../../engine/document/serialize.ts';
import type { Stage } from '../stage.ts';
import { look } from './look.ts';
import { begin, dismiss, dropFile, template } from './page.ts';

/** Several runs: the list with tags and a note, the comparison, the queue, edits while one runs, own templates. */
export async function comparing(stage: Stage): Promise<void> {
  const page = await begin(stage);
  await page.getByRole('button', { name: 'Empty canvas' }).click();
  const pond = await shortSwarm({ 'run.rounds': '12' });
  const deep = await shortSwarm({ 'run.rounds': '14', 'nodes.fish.params.layers': '2' });
  for (const [name, document] of [
    ['Pond', pond],
    ['Deep pond', deep],
  ] as const) {
    await dropFile(
      page,
      `${name}.swarm`,
      serialize({ ...document, meta: { ...document.meta, name } }),
      'application/json',
    );
    await page.getByRole('tab', { name, exact: true }).waitFor();
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByRole('textbox', { name: 'Seeds' }).fill('1-3');
    if (name === 'Pond') await look(page, 'seeds', { as: 'popup' });
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  await page
    .getByRole('banner')
    .getByRole('button', { name: /waiting/ })
    .click();
  await look(page, 'queue', { as: 'popup' });
  await dismiss(page);
  await page.getByRole('tab', { name: 'Runs', exact: true }).click();
  await page
    .getByRole('row', { name: /finished/ })
    .nth(5)
    .waitFor({ timeout: 120_000 });
  await page
    .getByRole('row', { name: /Deep pond/ })
    .first()
    .click();
  await page.getByLabel('Add a tag').fill('two layers');
  await page.getByLabel('Add a tag').press('Enter');
  await page.getByLabel('Note').fill('Twice as deep: slower, and no better on so few examples.');
  await page.getByLabel('Note').blur();
  await look(page, 'history');
  await page.getByRole('button', { name: 'Delete…' }).click();
  await look(page, 'history-delete', { as: 'popup' });
  await page.getByRole('button', { name: 'Keep' }).click();
  await page.keyboard.press('Control+Shift+H');
  await page.getByRole('dialog', { name: 'Runs' }).waitFor();
  await page.getByRole('dialog').getByLabel('Choose all of this page').check();
  await look(page, 'history-large', { as: 'small' });
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('dialog').locator('canvas').first().waitFor();
  await look(page, 'compare', { as: 'small' });
  await page.getByLabel(/mean ± standard deviation/).uncheck();
  await page.getByRole('list', { name: 'Changes of the document' }).scrollIntoViewIfNeeded();
  await look(page, 'compare-documents', { as: 'small' });
  await dismiss(page);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('Save as template');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Save as template' }).waitFor();
  await look(page, 'save-template', { as: 'small' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+Shift+O');
  await page.getByRole('button', { name: 'Yours' }).click();
  await look(page, 'gallery-own', { as: 'small' });
  await template(page, 'deep-pond').getByRole('button', { name: 'Open', exact: true }).click();

  const long = await shortSwarm({ 'run.rounds': '100000', 'nodes.crash.params.round': '99999' });
  await dropFile(
    page,
    'long.swarm',
    serialize({ ...long, meta: { ...long.meta, name: 'Long' } }),
    'application/json',
  );
  await page.getByRole('tab', { name: 'Long', exact: true }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('.fish-hint').waitFor({ timeout: 60_000 });
  await look(page, 'first-hint', { as: 'fit' });
  await page.getByRole('button', { name: 'Got it' }).click();
  await page.locator('[data-node="fish"]').click({ position: { x: 60, y: 12 } });
  const inspector = page.locator('.inspector-panel');
  for (const [field, value] of [
    ['count', '6'],
    ['layers', '3'],
  ] as const) {
    await inspector.locator(`[data-field="${field}"] input`).first().fill(value);
    await inspector.locator(`[data-field="${field}"] input`).first().press('Enter');
  }
  await page.locator('.live-changes').getByRole('button', { name: 'List' }).click();
  await look(page, 'live-edits', { as: 'popup' });
  await page.close();
}
