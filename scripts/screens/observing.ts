import { keepManyPoints } from '../../e2e/manyPoints.ts';
import type { Stage } from '../stage.ts';
import { look } from './look.ts';
import { begin, dismiss } from './page.ts';

/** A very long run: charts from afar and near, with legends, many, large, as a table; the fish with all columns. */
export async function observing(stage: Stage): Promise<void> {
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
