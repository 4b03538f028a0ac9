import { expectAccessible } from '../accessible.ts';
import { mendedSwarm } from '../mendedSwarm.ts';
import { beginEmpty, openFile, runButton } from '../person.ts';
import { expect, test } from '../test.ts';

test('a running swarm is looked into: confused texts, weights, who hears whom, whose weights, what a link carries', async ({
  page,
}) => {
  await beginEmpty(page);
  await openFile(page, 'mended.swarm', mendedSwarm);
  await runButton(page).click();
  await expect(page.locator('.run-status')).toContainText(/round ([6-9]|\d\d+) \/ 5,000/, {
    timeout: 90_000,
  });

  // A cell of the confusion matrix shows the texts that fell into it.
  await page.getByRole('tab', { name: 'Confusion' }).click();
  const cells = page.getByRole('button', { name: / answered as / });
  await cells.first().click();
  const texts = page.getByRole('region', { name: 'Texts of the cell' });
  await expect(texts.getByRole('listitem').first()).toBeVisible();
  await page.getByLabel('shown as').selectOption({ label: 'share of the truth (rows)' });
  await expect(cells.first()).toContainText('%');
  await expect(page.getByRole('columnheader', { name: 'F1' })).toBeVisible();
  await expectAccessible(page, 'confusion with texts', '.runs-panel');

  // Weights of a fish, all or one tensor, and what changed since a checkpoint.
  await page.getByRole('tab', { name: 'Weights' }).click();
  const weights = page.getByRole('figure', { name: 'Weights' });
  await expect(weights.getByRole('img', { name: /numbers from/ })).toBeVisible();
  const count = async (): Promise<string> =>
    (await weights.getByRole('img').getAttribute('aria-label'))?.split(' numbers')[0] ?? '';
  const all = await count();
  await page.getByLabel('tensor').selectOption({ index: 1 });
  await expect.poll(count).not.toBe(all);
  await expect(page.getByRole('figure', { name: /^Change since round/ })).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page, 'weights', '.runs-panel');

  // Who hears whom: scrubbed, and replayed by itself.
  await page.getByRole('tab', { name: 'Topology' }).click();
  await expect(page.getByRole('img', { name: /links open$/ })).toBeVisible();
  const shown = page.locator('.replay-bar output');
  await page.getByRole('slider', { name: /^round/ }).fill('0');
  const first = await shown.textContent();
  await page.getByRole('button', { name: 'Replay' }).click();
  await expect(shown).not.toHaveText(first ?? '');

  await page.getByRole('tab', { name: 'Lineage' }).click();
  const dot = page.locator('.lineage .dot').last();
  await dot.hover();
  await expect(page.locator('.run-view-hint')).toContainText(/^generation \d+:/);
  await expect(page.locator('.lineage .origin').first()).toBeVisible();

  // What passes a link.
  await page.getByRole('group', { name: 'Prediction of Large to Cascade' }).focus();
  await page.keyboard.press('Enter');
  const inspector = page.locator('.inspector-panel');
  await expect(inspector.getByText('Last message')).toBeVisible();
  await expect(inspector.getByText(/messages\/s/)).toBeVisible();
  await expect(inspector.getByText(/of validation with/)).toBeVisible();
  await expectAccessible(page, 'inspector of a link with its last message', '.inspector-panel');
});
