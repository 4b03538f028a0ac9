import type { Stage } from '../stage.ts';
import { look } from './look.ts';
import { begin, dismiss, template } from './page.ts';

/** Groups: frames, collapsed, entered, in the palette; comments; schools that unfold. */
export async function grouping(stage: Stage): Promise<void> {
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
