import { expectAccessible } from '../accessible.ts';
import { beginEmpty, openFile, runButton } from '../person.ts';
import { shortSwarm } from '../shortSwarm.ts';
import { expect, test } from '../test.ts';

const LONG = { 'run.rounds': '100000', 'nodes.crash.params.round': '99999', 'run.checkpointEvery': '2' };

test('runs wait for each other, are put in another order, cancelled, and survive the death of the engine', async ({
  page,
  shell,
}) => {
  await beginEmpty(page);
  await openFile(page, 'pond.swarm', shortSwarm(LONG));
  await runButton(page).click();
  const status = page.locator('.run-status');
  await expect(status).toContainText(/round [3-9]/, { timeout: 60_000 });

  // Three more of the same swarm wait while the first trains.
  await page.keyboard.press('Control+Shift+Enter');
  const dialog = page.getByRole('dialog', { name: 'Run with several seeds' });
  await dialog.getByLabel('Seeds').fill('2-4');
  await dialog.getByRole('button', { name: 'Start 3 runs' }).click();
  await expect(status).toContainText('queued, 1 of 3');
  const open = page.getByRole('banner').getByRole('button', { name: '3 waiting' });
  await open.click();
  const queue = page.getByRole('dialog', { name: 'Queue' });
  const waiting = queue.getByRole('list', { name: 'Waiting runs' }).getByRole('listitem');
  await expect(waiting).toHaveText([/seed 2/, /seed 3/, /seed 4/]);
  await expectAccessible(page, 'queue', '[role=dialog]');

  await queue.getByRole('button', { name: /Move .*seed 4 up/ }).click();
  await expect(waiting).toHaveText([/seed 2/, /seed 4/, /seed 3/]);
  await queue.getByRole('button', { name: /Take .*seed 4 out/ }).click();
  await expect(waiting).toHaveText([/seed 2/, /seed 3/]);
  await page.keyboard.press('Escape');

  // The run shown is the one that waits: cancelled, it never begins.
  await page.getByRole('banner').getByRole('button', { name: 'Cancel' }).click();
  await expect(status).toHaveAttribute('data-state', 'stopped');
  await expect(page.getByRole('banner').getByRole('button', { name: '1 waiting' })).toBeVisible();

  // The engine dies; the one after it goes on with the queue, and the run that was cut off can be resumed.
  shell.killEngine();
  await page.getByRole('tab', { name: 'Runs' }).click();
  const table = page.locator('.history-table');
  const cutOff = table.getByRole('row', { name: /interrupted/ });
  await expect(cutOff).toHaveCount(1, { timeout: 60_000 });
  await expect(table.getByRole('row', { name: /running/ })).toHaveCount(1, { timeout: 60_000 });
  await cutOff.click();
  await page
    .getByRole('complementary', { name: 'Chosen runs' })
    .getByRole('button', { name: 'Resume' })
    .click();
  await expect(page.getByRole('banner').getByRole('button', { name: '1 waiting' })).toBeVisible();

  // Two at the same time, as wished.
  await page.getByRole('banner').getByRole('button', { name: '1 waiting' }).click();
  await queue.getByLabel('Runs at the same time').selectOption('2');
  await expect(waiting).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(table.getByRole('row', { name: /running/ })).toHaveCount(2, { timeout: 60_000 });
});

test('edits of the document reach the running swarm when they are applied, and the others say why not', async ({
  page,
}) => {
  await beginEmpty(page);
  await openFile(page, 'pond.swarm', shortSwarm(LONG));
  await runButton(page).click();
  await expect(page.locator('.run-status')).toContainText(/round [3-9]/, { timeout: 60_000 });
  const bar = page.getByRole('region', { name: 'Edits while the swarm runs' });
  await expect(bar).toBeHidden();

  // A first swarm tells once that its fish can be clicked; the selected fish has its buttons in plain sight.
  const hint = page.getByText('Click a fish to kill');
  await expect(hint).toBeVisible();
  await page.getByRole('button', { name: 'Got it' }).click();
  await expect(hint).toBeHidden();
  const fish = page.getByRole('main').getByRole('group', { name: 'Fish', exact: true });
  await fish.click({ position: { x: 60, y: 12 } });
  await page.getByRole('main').getByRole('button', { name: 'Kill a fish' }).click();
  await expect(page.getByRole('button', { name: 'Fish 1, dead' })).toBeVisible();

  // More fish, a weaker link and another depth: two of them can be had now.
  const inspector = page.locator('.inspector-panel');
  await inspector.locator('[data-field="count"] input').first().fill('5');
  await inspector.locator('[data-field="count"] input').first().press('Enter');
  await expect(bar).toContainText('1 change can be applied');
  await inspector.locator('[data-field="layers"] input').first().fill('2');
  await inspector.locator('[data-field="layers"] input').first().press('Enter');
  await bar.getByRole('button', { name: 'List' }).click();
  await expect(bar).toContainText('Add 1 fish like those of Fish');
  await expect(bar).toContainText('The swarm was compiled with it as it was');
  await expectAccessible(page, 'edits while it runs', '.live-changes');
  await bar.getByRole('button', { name: 'Apply', exact: true }).first().click();
  await expect(page.getByRole('button', { name: /^Fish \d, live$/ })).toHaveCount(4, { timeout: 30_000 });
  await expect(bar).toContainText('1 change holds from the next run on');
  await expect(page.locator('.run-status')).toHaveAttribute('data-state', 'running');
});
