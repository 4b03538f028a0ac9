import { mendedSwarm } from '../../e2e/mendedSwarm.ts';
import { serialize } from '../../engine/document/serialize.ts';
import type { Stage } from '../stage.ts';
import { look } from './look.ts';
import { begin, dismiss, dropFile } from './page.ts';

/** A swarm of many kinds that is broken and mended while it runs: states, menus, inspectors, topology, lineage. */
export async function breaking(stage: Stage): Promise<void> {
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
  await page.locator('[data-node="large"]').click({ position: { x: 60, y: 12 } });
  await page.getByRole('button', { name: 'Choose its place…' }).click();
  await look(page, 'live-newcomer', { as: 'popup' });
  await dismiss(page);
  await page.getByRole('button', { name: 'Large, live' }).click();
  await page.getByRole('menuitem', { name: 'Kill Large', exact: true }).click();
  await page.locator('[data-stand-in] span').first().waitFor();
  await look(page, 'live-stand-in', { as: 'fit' });
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
