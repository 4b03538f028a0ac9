import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginEmpty } from '../../e2e/person.ts';
import type { Stage } from '../stage.ts';
import { look } from './look.ts';
import { begin, dismiss, dropFile } from './page.ts';

/** A swarm that learns: charts, table, a killed fish, answers, the list of runs, the end. */
export async function running(stage: Stage): Promise<void> {
  const page = await begin(stage);
  await beginEmpty(page);
  // As it ships it would end before all of it is photographed.
  const swarm = readFileSync(join(import.meta.dirname, '../../templates/distributed.swarm'), 'utf8');
  await dropFile(
    page,
    'distributed.swarm',
    swarm.replace('"rounds": 20', '"rounds": 120'),
    'application/json',
  );
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await look(page, 'run-starts', { as: 'popup' });
  await page
    .getByText(/Fish 4 died/)
    .first()
    .waitFor({ timeout: 180_000 });
  await look(page, 'run-fish-died', { as: 'popup' });
  await page.getByRole('button', { name: 'Fish 2, live' }).click();
  await look(page, 'menu-fish', { as: 'popup' });
  await page.getByRole('menuitem', { name: 'Kill Fish 2' }).click();
  await page.getByRole('button', { name: 'Fish 2, dead' }).waitFor();
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
  await page.getByLabel('Text to try').fill('the captain set the sail while the wind took the boat');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Answers of the fish' }).waitFor();
  await look(page, 'run-try', { as: 'small' });
  await page.getByRole('tab', { name: 'Learning' }).click();
  await page.locator('[data-command="resume"], [data-command="resume-run"]').first().click();
  await page.locator('.run-status[data-state="finished"]').waitFor({ timeout: 300_000 });
  await look(page, 'run-finished', { as: 'fit' });
  await page.close();
}
