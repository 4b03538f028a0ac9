import { expect, test } from '../test.ts';

test('from the first start to a learning swarm, a killed fish, an answer, and back after a reload', async ({
  page,
}) => {
  // The gallery is what a new user sees; two clicks lead to a running swarm.
  const gallery = page.getByRole('dialog', { name: 'Begin with a swarm' });
  await expect(gallery).toBeVisible();
  await gallery.getByRole('button', { name: 'Open and run' }).first().click();
  await expect(gallery).toBeHidden();

  const table = page.getByRole('region', { name: 'Fish' });
  await expect(table.getByRole('row')).toHaveCount(9);
  const status = page.locator('.run-status');
  await expect(status).toHaveAttribute('data-state', 'running', { timeout: 60_000 });
  const chart = page.getByRole('figure', { name: /Accuracy, validation/ });
  await expect(chart.locator('canvas')).toBeVisible({ timeout: 60_000 });
  await expect(chart.getByText(/^swarm \d/)).toBeVisible();

  // The canvas itself says how: a hint at the fish, gone for good once it was followed.
  const hint = page.getByText('Click a fish to kill, freeze or replace it.');
  await expect(hint).toBeVisible();

  // Kill a fish on the canvas: it greys, the table says so, the swarm goes on.
  await page.getByRole('button', { name: 'Fish 2, live' }).click();
  await page.getByRole('menuitem', { name: 'Kill Fish 2' }).click();
  await expect(hint).toBeHidden();
  await expect(table.getByRole('row', { name: /Fish 2.*dead/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Fish 2, dead' })).toBeVisible();
  await expect(table.getByRole('row', { name: /Fish 3.*live/ })).toBeVisible();

  await page.getByRole('tab', { name: 'Try it' }).click();
  await page.getByLabel('Text to try').fill('the captain set the sail while the wind took the boat');
  await page.getByRole('button', { name: 'Ask the swarm' }).click();
  const answers = page.getByRole('list', { name: 'Answers of the fish' });
  await expect(answers.getByRole('listitem')).toHaveCount(8);
  await expect(answers.getByRole('listitem').nth(1)).toContainText('dead');
  await expect(page.getByText(/average said \w+ \(\d/i)).toBeVisible();

  await page.keyboard.press('Control+.'); // it may have ended by itself
  await expect(status).toHaveAttribute('data-state', /stopped|finished/, { timeout: 60_000 });

  // Nothing is lost over a reload.
  await page.reload();
  await expect(page.getByRole('tab', { name: /Distributed/ })).toBeVisible();
  await expect(gallery).toBeHidden();
  await expect(table.getByRole('row', { name: /Fish 2.*dead/ })).toBeVisible();
  await expect(chart.getByText(/^swarm \d/)).toBeVisible();
  await page.getByRole('tab', { name: 'Runs' }).click();
  await expect(page.getByRole('row', { name: /Distributed.*(stopped|finished)/ })).toBeVisible();
});
