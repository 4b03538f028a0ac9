import type { Page } from '@playwright/test';
import { beginEmpty, nodeOf } from '../person.ts';
import { expect, test } from '../test.ts';

async function add(page: Page, kind: string): Promise<void> {
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog', { name: 'Add a node' })).toBeVisible();
  await page.keyboard.type(kind);
  await page.keyboard.press('Enter');
  await expect(nodeOf(page, kind)).toBeVisible();
}

test('two tabs, and the page crashes in the middle of edits: nothing is lost', async ({
  page,
  shell,
  context,
}) => {
  await beginEmpty(page);
  await add(page, 'Dataset');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Name of the swarm' }).fill('First');
  await page.getByRole('main').locator('.react-flow').focus();
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('heading', { name: 'An empty sea' })).toBeVisible();
  await add(page, 'Fish');
  await page.getByLabel('Name of the node').fill('Second tab');
  await page.getByRole('tab', { name: 'First' }).click();
  await expect(nodeOf(page, 'Dataset')).toBeVisible();

  // The last edit and the crash in one breath: no draft can have reached the engine in between.
  const crashed = page.waitForEvent('crash');
  const devtools = await context.newCDPSession(page);
  await page.getByRole('main').locator('.react-flow').focus();
  await add(page, 'Average');
  void devtools.send('Page.crash').catch(() => undefined);
  await crashed;

  const again = await context.newPage();
  await again.goto(shell.url);
  await expect(again.getByRole('tab')).toContainText(['First']);
  await expect(again.getByRole('tab', { name: 'First' })).toHaveAttribute('aria-selected', 'true');
  await expect(nodeOf(again, 'Dataset')).toBeVisible();
  await expect(nodeOf(again, 'Average')).toBeVisible();
  await again.getByRole('tab', { name: 'Untitled' }).click();
  await expect(nodeOf(again, 'Second tab')).toBeVisible();
});
