import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { expectAccessible } from '../accessible.ts';
import { beginEmpty, openFile, runButton } from '../person.ts';
import { shortSwarm } from '../shortSwarm.ts';
import { expect, test } from '../test.ts';

async function runToEnd(page: Page, name: string, document: SwarmDocument): Promise<void> {
  await openFile(page, `${name}.swarm`, { ...document, meta: { ...document.meta, name } });
  await expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
  await runButton(page).click();
  await expect(page.locator('.run-status')).toHaveAttribute('data-state', 'finished', { timeout: 60_000 });
}

test('runs are labelled, found, compared, run again with other seeds, opened and deleted', async ({
  page,
}) => {
  await beginEmpty(page);
  await runToEnd(page, 'Pond', shortSwarm());
  await runToEnd(page, 'Lake', shortSwarm({ 'nodes.fish.params.layers': '2', 'run.rounds': '5' }));
  await page.getByRole('tab', { name: 'Runs' }).click();
  const table = page.locator('.history-table');
  await expect(table.locator('tbody tr')).toHaveCount(2);

  // A tag and a note for one run; both find it.
  await table.getByRole('row', { name: /Pond/ }).click();
  const details = page.getByRole('complementary', { name: 'Chosen runs' });
  await details.getByLabel('Add a tag').fill('baseline');
  await details.getByLabel('Add a tag').press('Enter');
  await details.getByLabel('Note').fill('The small one, to compare with.');
  await details.getByLabel('Note').blur();
  await expect(table.getByRole('row', { name: /Pond/ })).toContainText('baseline');
  const search = page.getByRole('searchbox', { name: 'Search runs' });
  await search.fill('small compare');
  await expect(table.locator('tbody tr')).toHaveCount(1);
  await expect(table).toContainText('Pond');
  await search.fill('nothing like that');
  await expect(page.getByText('No run fits')).toBeVisible();
  await page.getByRole('button', { name: 'Show all', exact: true }).click();
  await page.getByLabel('Tag', { exact: true }).selectOption('baseline');
  await expect(table.locator('tbody tr')).toHaveCount(1);
  await page.getByRole('button', { name: 'Show all', exact: true }).click();
  await expectAccessible(page, 'runs', '.runs-panel');

  // All that one run measured leaves as a table, without opening the run.
  const metrics = page.waitForEvent('download');
  await table.getByRole('row', { name: /Pond/ }).click();
  await details.getByRole('button', { name: 'Metrics as CSV' }).click();
  const rows = (await readFile(await (await metrics).path(), 'utf8')).split('\r\n');
  expect(rows[0]).toBe('series,round,step,milliseconds,value');
  expect(rows.some((row) => row.startsWith('swarm/accuracy,'))).toBe(true);

  // The same swarm with two more seeds: they wait in the queue, one after the other.
  await table.getByRole('row', { name: /Pond/ }).click();
  await details.getByRole('button', { name: 'Run again…' }).click();
  const seeds = page.getByRole('dialog', { name: /another seed/ });
  await seeds.getByLabel('Seeds').fill('2-');
  await expect(seeds.getByText(/such as/)).toBeVisible();
  await seeds.getByLabel('Seeds').fill('2-3');
  await expectAccessible(page, 'seeds', '[role=dialog]');
  await seeds.getByRole('button', { name: 'Start 2 runs' }).click();
  await expect(table.getByRole('row', { name: /Pond.*finished/ })).toHaveCount(3, { timeout: 60_000 });

  // All four compared: curves that differ in looks, seeds joined, the documents in words, a table as a file.
  await table.getByLabel('Choose all of this page').check();
  await details.getByRole('button', { name: 'Compare' }).click();
  const compare = page.getByRole('dialog', { name: 'Compare 4 runs' });
  await expect(compare.getByRole('figure', { name: /Accuracy/ }).locator('canvas')).toBeVisible();
  await expect(compare.getByRole('list', { name: 'Runs' }).getByRole('button')).toHaveCount(4);
  const numbers = compare.getByRole('region', { name: 'Table of last numbers' });
  await expect(numbers.getByRole('columnheader', { name: 'Pond × 3' })).toBeVisible();
  await expect(numbers.getByRole('row', { name: /^Accuracy/ })).toContainText('±');
  await compare.getByLabel(/mean ± standard deviation/).uncheck();
  await expect(numbers.getByRole('columnheader')).toHaveCount(5);
  const changes = compare.getByRole('list', { name: 'Changes of the document' });
  await compare.getByLabel('Document to begin with').selectOption({ label: 'Pond · seed 1' });
  await compare.getByLabel('Document to compare').selectOption({ label: 'Lake · seed 1' });
  await expect(changes).toContainText(/Layers \d → 2/);
  await expect(changes).toContainText('rounds 4 → 5');
  await expectAccessible(page, 'comparison', '[role=dialog]');
  const download = page.waitForEvent('download');
  await compare.getByRole('button', { name: 'Save as CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toMatch(/^metric,/);
  expect(csv).toMatch(/\nswarm\/accuracy,0\.\d+,0\.\d+/);
  await page.keyboard.press('Escape');

  // A document of an old run in a tab of its own, with its curves.
  const tabs = page.getByRole('tablist', { name: 'Open swarms' }).getByRole('tab');
  const before = await tabs.count();
  await table
    .getByRole('row', { name: /Pond.* 3 / })
    .getByRole('button', { name: 'Open' })
    .click();
  await expect(tabs).toHaveCount(before + 1);
  await expect(page.locator('.run-status')).toHaveAttribute('data-state', 'finished');

  // Deleting asks, says that it is for good, and can be thought better of.
  await table.getByLabel('Choose Pond, seed 2').uncheck();
  await details.getByRole('button', { name: 'Delete…' }).click();
  const question = details.getByRole('alertdialog', { name: 'Delete runs' });
  await expect(question).toContainText('Delete 3 runs');
  await expect(question).toContainText('cannot be undone');
  await question.getByRole('button', { name: 'Keep' }).click();
  await expect(table.locator('tbody tr')).toHaveCount(4);
  await details.getByRole('button', { name: 'Delete…' }).click();
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await expect(table.locator('tbody tr')).toHaveCount(1);
  await page.reload();
  await page.getByRole('tab', { name: 'Runs' }).click();
  await expect(table.locator('tbody tr')).toHaveCount(1);
});
