/**
 * Photographs every screen a person reaches, in both themes and at the usual sizes, for looking at: `node
 * scripts/screens.ts FOLDER [PART ...]`. Parts are the functions of ACTS; all by default. Build the page first.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { keepManyPoints } from '../e2e/manyPoints.ts';
import { mendedSwarm } from '../e2e/mendedSwarm.ts';
import { root } from '../e2e/shell.ts';
import { shortSwarm } from '../e2e/shortSwarm.ts';
import { serialize } from '../engine/document/serialize.ts';
import { onStage, type Stage } from './stage.ts';

const COMMON = { width: 1280, height: 800 };
const SIZES = [COMMON, { width: 1920, height: 1080 }];
const SMALLEST = { width: 1024, height: 700 };
/** The usual window at a zoom of 200 %. */
const HALF = { width: 640, height: 400 };

const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Say which folder the pictures go to: node scripts/screens.ts FOLDER [PART ...]');
  process.exit(2);
}
const out = resolve(folder);

interface Looks {
  /** `fit`: the swarm is fitted to each size; `popup`: only the size it was opened at; `small`: also the smallest. */
  readonly as: 'fit' | 'popup' | 'small' | 'plain';
}

/** Pictures of what the page shows now, in every theme and size. */
async function look(page: Page, name: string, { as }: Looks = { as: 'plain' }): Promise<void> {
  const sizes = as === 'popup' ? [COMMON] : as === 'fit' || as === 'small' ? [SMALLEST, ...SIZES] : SIZES;
  for (const size of sizes) {
    await page.setViewportSize(size);
    if (as === 'fit') await page.keyboard.press('Shift+1');
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(400); // transitions of the theme
      await page.screenshot({ path: join(out, `${name}-${size.width}-${colorScheme}.png`) });
    }
  }
  await page.setViewportSize(COMMON);
  await page.emulateMedia({ colorScheme: 'dark' });
  if (as === 'fit') await page.keyboard.press('Shift+1');
}

async function begin({ shell, browser }: Stage): Promise<Page> {
  const page = await browser.newPage({ viewport: COMMON, colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    for (const picker of ['showOpenFilePicker', 'showSaveFilePicker'])
      Object.defineProperty(window, picker, { value: undefined });
  });
  await page.goto(shell.url);
  return page;
}

const template = (page: Page, id: string) => page.locator(`[data-template="${id}"]`);
const dismiss = (page: Page) => page.keyboard.press('Escape');

async function dropFile(page: Page, name: string, text: string, type: string): Promise<void> {
  const drop = await page.evaluateHandle(
    ([fileName, content, mime]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName, { type: mime }));
      return transfer;
    },
    [name, text, type] as const,
  );
  const canvas = page.locator('.react-flow');
  await canvas.dispatchEvent('dragover', { dataTransfer: drop });
  await canvas.dispatchEvent('drop', { dataTransfer: drop });
}

/** What needs no run: gallery, empty window, editing, dialogues, messages. */
async function designing(stage: Stage): Promise<void> {
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
  await page
    .locator('.react-flow__edge')
    .first()
    .click({ force: true, position: { x: 4, y: 4 } })
    .catch(() => undefined);
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
    await page.screenshot({ path: join(out, `${name}-640-dark.png`) });
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

/** Groups: frames, collapsed, entered, in the palette; comments; schools that unfold. */
async function grouping(stage: Stage): Promise<void> {
  const page = await begin(stage);
  await template(page, 'federated-schools').getByRole('button', { name: 'Open', exact: true }).click();
  await page.locator('[data-group="west-school"]').waitFor();
  await look(page, 'groups-open', { as: 'fit' });
  await page.getByText('School of the west').click();
  await look(page, 'groups-inspector', { as: 'popup' });
  await page.getByText('School of the west').click({ button: 'right' });
  await look(page, 'groups-menu', { as: 'popup' });
  await dismiss(page);
  await page.keyboard.press('Shift+G');
  await look(page, 'groups-collapsed', { as: 'fit' });
  await page.locator('[data-group="west-school"]').click({ button: 'right', position: { x: 120, y: 14 } });
  await page.getByRole('menuitem', { name: 'Save to palette' }).click();
  await page.locator('[data-piece]').waitFor();
  await page.locator('[data-piece]').scrollIntoViewIfNeeded();
  await look(page, 'groups-palette', { as: 'popup' });
  await page.getByText('Federated schools · examples never leave').dblclick();
  await page.keyboard.press('Shift+1');
  await look(page, 'groups-entered', { as: 'fit' });
  await page.keyboard.press('Shift+C');
  await page.keyboard.type('Heads meet every fourth round.');
  await look(page, 'comment-writing', { as: 'popup' });
  await dismiss(page);
  await look(page, 'comment', { as: 'popup' });
  await dismiss(page);
  await dismiss(page);
  await page.keyboard.press('Control+Enter');
  await page
    .locator('.run-status')
    .filter({ hasText: /round ([6-9]|\d\d+) / })
    .waitFor({ timeout: 120_000 });
  await page.keyboard.press('Control+p');
  await page.locator('.run-status[data-state="paused"]').waitFor();
  await look(page, 'groups-running', { as: 'fit' });
  await page.keyboard.press('Control+.');
  await page.locator('[data-node="east"]').click({ position: { x: 90, y: 14 } });
  await page.getByRole('button', { name: 'Unfold school' }).click();
  await look(page, 'school-question', { as: 'popup' });
  await page.getByRole('dialog').getByRole('button', { name: 'Unfold' }).click();
  await page.keyboard.press('Shift+1');
  await look(page, 'school-unfolded', { as: 'fit' });
  await page.close();
}

/** A swarm that learns: charts, table, a killed fish, answers, the list of runs, the end. */
async function running(stage: Stage): Promise<void> {
  const page = await begin(stage);
  await template(page, 'distributed').getByRole('button', { name: 'Open and run' }).click();
  await look(page, 'run-starts', { as: 'popup' });
  await page
    .getByText(/Fish 4 died/)
    .first()
    .waitFor({ timeout: 180_000 });
  await look(page, 'run-fish-died', { as: 'popup' });
  await page.getByRole('button', { name: 'Fish 2, live' }).click();
  await look(page, 'menu-fish', { as: 'popup' });
  await page.getByRole('menuitem', { name: 'Kill Fish 2' }).click();
  await page
    .getByText(/Fish 2 died/)
    .first()
    .waitFor();
  await page
    .locator('.react-flow [data-kind="fish"]')
    .first()
    .click({ button: 'right', position: { x: 90, y: 16 } });
  await look(page, 'menu-node-running', { as: 'popup' });
  await dismiss(page);
  await look(page, 'run-inspector', { as: 'popup' });
  await page.keyboard.press('Control+p');
  await page.locator('.run-status[data-state="paused"]').waitFor();
  await look(page, 'run', { as: 'fit' });
  for (const tab of ['Fish', 'Confusion', 'Runs', 'Log']) {
    const trigger = page.getByRole('tab', { name: tab, exact: true });
    if ((await trigger.count()) === 0) continue;
    await trigger.click();
    await page.waitForTimeout(600);
    await look(page, `run-${tab.toLowerCase()}`);
  }
  await page.getByRole('tab', { name: 'Try it' }).click();
  await look(page, 'run-try-empty', { as: 'popup' });
  await page.getByLabel('Text to try').fill('the plot was superb and i loved it');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Answers of the fish' }).waitFor();
  await look(page, 'run-try', { as: 'small' });
  await page.getByRole('tab', { name: 'Learning' }).click();
  await page.locator('[data-command="resume"], [data-command="resume-run"]').first().click();
  await page.locator('.run-status[data-state="finished"]').waitFor({ timeout: 300_000 });
  await look(page, 'run-finished', { as: 'fit' });
  await page.close();
}

/** Other shapes: a language model, a ring that talks. */
async function others(stage: Stage): Promise<void> {
  const page = await begin(stage);
  for (const id of ['storyteller', 'ring-talk', 'hierarchical']) {
    if (id !== 'storyteller') await page.keyboard.press('Control+Shift+O');
    await template(page, id).getByRole('button', { name: 'Open and run' }).click();
    await page
      .locator('.run-status')
      .filter({ hasText: /[3-9] \/ \d+/ })
      .waitFor({ timeout: 300_000 });
    await page.keyboard.press('Control+p');
    await page.locator('.run-status[data-state="paused"]').waitFor();
    await look(page, `run-${id}`, { as: 'fit' });
    await page.getByRole('tab', { name: 'Try it' }).click();
    await page.getByLabel('Text to try').fill(id === 'storyteller' ? 'once upon a time' : 'a dull film');
    await page.keyboard.press('Enter');
    await page.locator('.answer').waitFor();
    await look(page, `run-${id}-try`, { as: 'popup' });
    await page.getByRole('tab', { name: 'Learning' }).click();
    await page.keyboard.press('Control+.');
    await page.locator('.run-status[data-state="stopped"]').waitFor({ timeout: 60_000 });
  }
  await page.getByRole('tab', { name: 'Runs' }).click();
  await look(page, 'runs-several');
  await page.close();
}

/** A swarm of many kinds that is broken and mended while it runs: states, menus, inspectors, topology, lineage. */
async function breaking(stage: Stage): Promise<void> {
  const page = await begin(stage);
  await page.getByRole('button', { name: 'Empty canvas' }).click();
  await page.getByRole('heading', { name: 'An empty sea' }).waitFor();
  await dropFile(page, 'mended.swarm', serialize(mendedSwarm), 'application/json');
  await page.locator('[data-node="school"]').waitFor();
  await page.keyboard.press('Shift+1');
  await page.keyboard.press('Control+Enter');
  await page
    .locator('.run-status')
    .filter({ hasText: /round ([6-9]|\d\d+) / })
    .waitFor({ timeout: 120_000 });
  const orders = [
    ['School 1', 'Freeze School 1'],
    ['School 2', 'Add noise to School 2'],
    ['School 3', 'Remove School 3'],
    ['School 4', 'Kill School 4'],
  ] as const;
  for (const [name, order] of orders) {
    await page.getByRole('button', { name: `${name}, live` }).click();
    if (name === 'School 1') await look(page, 'live-fish-menu', { as: 'popup' });
    await page.getByRole('menuitem', { name: order, exact: true }).click();
    await page.getByRole('button', { name: `${name}, live` }).waitFor({ state: 'hidden' });
  }
  await look(page, 'live-states', { as: 'fit' });
  await page.locator('[data-node="school"]').click({ button: 'right', position: { x: 90, y: 16 } });
  await look(page, 'live-menu-school', { as: 'popup' });
  await dismiss(page);
  await look(page, 'live-inspector-school');
  await page.getByRole('group', { name: 'Prediction of Large to Cascade' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.inspector-panel').getByRole('button', { name: 'Cut', exact: true }).click();
  await page.locator('[data-link="link-6"][data-broken="true"]').waitFor();
  await look(page, 'live-link-cut');
  for (const tab of ['Fish', 'Weights', 'Topology', 'Lineage']) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await page.waitForTimeout(800);
    await look(page, `live-${tab.toLowerCase()}`);
  }
  await page.getByRole('tab', { name: 'Confusion' }).click();
  await page.locator('.confusion-counts button').nth(1).click();
  await page.getByRole('region', { name: 'Texts', exact: true }).waitFor();
  await look(page, 'live-confusion');
  await page.getByRole('tab', { name: 'Learning' }).click();
  const pickers = page.getByLabel('Metric of this chart');
  await pickers.first().selectOption({ label: 'Reinforce: reward' });
  await pickers.last().selectOption({ label: 'Cascade: part of a source' });
  await look(page, 'live-charts');
  await page.close();
}

/** Several runs: the list with tags and a note, the comparison, the queue, edits while one runs, own templates. */
async function comparing(stage: Stage): Promise<void> {
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

/** A very long run: charts from afar and near, with legends, many, large, as a table; the fish with all columns. */
async function observing(stage: Stage): Promise<void> {
  await keepManyPoints(stage.shell.home, 100_000);
  const page = await begin(stage);
  await page.getByRole('button', { name: 'Empty canvas' }).click();
  await page.getByRole('tab', { name: 'Runs' }).click();
  await page
    .getByRole('row', { name: /Very long/ })
    .getByRole('button', { name: 'Open', exact: true })
    .click();
  await page.getByRole('tab', { name: 'Learning' }).click();
  await page.locator('.chart-last').first().waitFor();
  await page
    .locator('.u-over')
    .nth(1)
    .hover({ position: { x: 100, y: 40 } });
  await look(page, 'charts-long');
  await page.locator('.u-over').nth(1).focus();
  await page.mouse.wheel(0, -900);
  await page.waitForTimeout(600);
  await look(page, 'charts-zoomed');
  await page.getByRole('button', { name: 'Show all' }).first().click();
  await page.getByLabel('legend').check();
  for (let more = 0; more < 2; more += 1)
    await page.getByRole('button', { name: 'Chart', exact: true }).click();
  await look(page, 'charts-four');
  const menu = page.getByRole('button', { name: /^Menu of the chart/ }).first();
  await menu.click();
  await look(page, 'charts-menu', { as: 'popup' });
  await page.getByRole('menuitem', { name: 'Enlarge' }).click();
  await look(page, 'charts-large');
  await dismiss(page);
  await menu.click();
  await page.getByRole('menuitem', { name: 'Values as a table' }).click();
  await look(page, 'charts-table', { as: 'popup' });
  await dismiss(page);
  await page.getByRole('tab', { name: 'Fish', exact: true }).click();
  await page.getByRole('button', { name: 'Columns of the table' }).click();
  await look(page, 'fish-columns', { as: 'popup' });
  await page.close();
}

/** Settings, exports, files that are dropped or changed. */
async function filing(stage: Stage): Promise<void> {
  const page = await begin(stage);
  await template(page, 'hierarchical').getByRole('button', { name: 'Open', exact: true }).click();
  await page.locator('[data-node]').first().waitFor();
  await page.keyboard.press('Control+,');
  await page.getByRole('heading', { name: 'Folders' }).waitFor();
  await look(page, 'settings', { as: 'small' });
  await dismiss(page);
  await page.getByRole('button', { name: 'File', exact: true }).click();
  await page.locator('[data-menu="export"]').hover();
  await page.locator('[data-command="export-png"]').waitFor();
  await look(page, 'export-menu', { as: 'popup' });
  await dismiss(page);
  await dismiss(page);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'x.png', { type: 'image/png' }));
    document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer: data, bubbles: true }));
  });
  await look(page, 'drop-overlay', { as: 'popup' });
  await page.close();
}

/** The same application in German, whose words are longer. */
async function german(stage: Stage): Promise<void> {
  const page = await begin(stage);
  await page.evaluate(() => localStorage.setItem('shuurai.language', 'de'));
  await page.reload();
  await page.locator('[data-template]').first().waitFor();
  await look(page, 'de-gallery');
  await template(page, 'schools-under-a-hierarchy')
    .getByRole('button', { name: 'Öffnen und starten' })
    .click();
  await page.locator('.run-status[data-state="running"]').waitFor({ timeout: 120_000 });
  await page.locator('.chart-last').first().waitFor({ timeout: 120_000 });
  await page.waitForTimeout(4000);
  await look(page, 'de-running', { as: 'fit' });
  await page.locator('[data-node][data-kind="fish"]').first().click();
  await look(page, 'de-inspector', { as: 'small' });
  for (const tab of ['fish', 'confusion', 'try', 'runs', 'log']) {
    await page.locator(`[role="tab"][aria-controls$="-content-${tab}"]`).click();
    await page.waitForTimeout(500);
    await look(page, `de-${tab}`, { as: 'plain' });
  }
  await page.keyboard.press('Control+,');
  await page.waitForTimeout(600);
  await look(page, 'de-settings', { as: 'small' });
  await dismiss(page);
  await page.keyboard.press('Control+k');
  await look(page, 'de-commands', { as: 'popup' });
  await dismiss(page);
  await page.getByRole('button', { name: 'Datei', exact: true }).click();
  await look(page, 'de-menu', { as: 'popup' });
  await page.close();
}

/** The engine goes away while the page is open. Last, because it is then gone. */
async function lost(stage: Stage): Promise<void> {
  const page = await begin(stage);
  await template(page, 'distributed').getByRole('button', { name: 'Open', exact: true }).click();
  await stage.shell.stop('SIGKILL');
  await page
    .getByText(/engine cannot be reached/i)
    .first()
    .waitFor();
  await look(page, 'engine-lost', { as: 'fit' });
  await page.close();
}

const ACTS = { designing, grouping, running, others, breaking, comparing, observing, filing, german, lost };

await mkdir(out, { recursive: true });
for (const [name, act] of Object.entries(ACTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await onStage(act);
}
