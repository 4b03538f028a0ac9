import type { Page } from '@playwright/test';
import {
  COMMON_FISH,
  FISH,
  LINKS,
  meaning,
  OTHERS,
  RUN,
  savedBy,
  template,
  type Value,
} from '../hierarchicalSwarm.ts';
import { expect, test } from '../test.ts';

/** Presses Tab, or another key, until what has the focus is what is looked for. */
async function pressUntil(page: Page, key: string, selector: string): Promise<void> {
  for (let tries = 0; tries < 90; tries += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never leads to ${selector}.`);
}

const focusedNode = (page: Page) => page.locator('.react-flow__node:focus');

/** Adds a node by its kind and waits until the keyboard stands on it. */
async function add(page: Page, kind: string): Promise<void> {
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog', { name: 'Add a node' })).toBeVisible();
  await page.keyboard.type(kind);
  await page.keyboard.press('Enter');
  await expect(focusedNode(page)).toHaveAttribute('aria-label', new RegExp(`^${kind}`));
}

/** Opens the settings of the node the keyboard stands on, changes them, and comes back to the node. */
async function configure(page: Page, name: string, fields: Readonly<Record<string, Value>>): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Name of the node')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(name);
  await fillAll(page, fields);
  await page.keyboard.press('Shift+F6');
  await expect(focusedNode(page)).toHaveAttribute('aria-label', name);
}

async function fillAll(page: Page, fields: Readonly<Record<string, Value>>): Promise<void> {
  for (const [field, value] of Object.entries(fields)) {
    await pressUntil(page, 'Tab', `[data-field="${field}"] :is(input.input, select)`);
    if ('type' in value) await page.keyboard.press('Control+a');
    await page.keyboard.type('type' in value ? value.type : value.choose);
  }
}

const inOrder = (fields: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    [
      'layers',
      'width',
      'heads',
      'feedForward',
      'context',
      'dropout',
      'learningRate',
      'schedule',
      'warmup',
    ].flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  );

async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('dialog', { name: 'Find on the canvas' })).toBeVisible();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(focusedNode(page)).toHaveAttribute('aria-label', name);
}

test('the hierarchical template drawn from nothing by keyboard alone', async ({ page }) => {
  test.setTimeout(120_000);
  await expect(page.getByRole('dialog', { name: 'Begin with a swarm' })).toBeVisible();
  for (let tries = 0; tries < 60; tries += 1) {
    const name = await page.evaluate(() => document.activeElement?.textContent?.trim());
    if (name === 'Empty canvas') break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'An empty sea' })).toBeVisible();

  for (const [kind, name, fields] of OTHERS) {
    await add(page, kind);
    await configure(page, name, fields);
  }
  for (const [name, fields] of FISH) {
    await add(page, 'Fish');
    await configure(page, name, inOrder({ ...COMMON_FISH, ...fields }));
  }

  for (const [outPort, from, inPort, to] of LINKS) {
    await goTo(page, from);
    await page.keyboard.press('l');
    await expect(page.getByRole('dialog', { name: `Link ${from}: from which port?` })).toBeVisible();
    await page.keyboard.type(outPort);
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('dialog', { name: `Link ${outPort} of ${from}: to which port?` }),
    ).toBeVisible();
    await page.keyboard.type(`${inPort} of ${to}`);
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-announced]')).toContainText(`Link ${from} to ${to}`);
    await expect(focusedNode(page)).toHaveAttribute('aria-label', from);
  }

  await page.keyboard.press('Shift+L');
  await expect(page.locator('[data-announced]')).toContainText('Arrange nodes');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F6');
  await expect(page.getByLabel('Name of the swarm')).toBeFocused();
  await fillAll(page, { local: { type: RUN.local }, rounds: { type: RUN.rounds } });
  await expect(page.getByText('None. This swarm can run.')).toBeVisible();

  const drawn = await savedBy(page, () => page.keyboard.press('Control+s'));
  expect(meaning(drawn)).toEqual(meaning(template()));
});
