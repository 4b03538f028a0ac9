import type { Stage } from '../stage.ts';
import { look } from './look.ts';
import { begin, dismiss, template } from './page.ts';

/** The same application in German, whose words are longer. */
export async function german(stage: Stage): Promise<void> {
  const page = await begin(stage, 'de');
  await page.locator('[data-template]').first().waitFor();
  await look(page, 'de-gallery');
  await template(page, 'schools-under-a-hierarchy')
    .getByRole('button', { name: 'Öffnen und starten' })
    .click();
  await page.locator('.run-status[data-state="running"]').waitFor({ timeout: 120_000 });
  await page.locator('.chart-last').first().waitFor({ timeout: 120_000 });
  await page.waitForTimeout(4000);
  await look(page, 'de-running', { as: 'fit' });
  await page.locator('[data-node][data-kind="fish"]').first().click();
  await look(page, 'de-inspector', { as: 'small' });
  for (const tab of ['fish', 'confusion', 'try', 'runs', 'log']) {
    await page.locator(`[role="tab"][aria-controls$="-content-${tab}"]`).click();
    await page.waitForTimeout(500);
    await look(page, `de-${tab}`, { as: 'plain' });
  }
  await page.keyboard.press('Control+,');
  await page.waitForTimeout(600);
  await look(page, 'de-settings', { as: 'small' });
  await dismiss(page);
  await page.keyboard.press('Control+k');
  await look(page, 'de-commands', { as: 'popup' });
  await dismiss(page);
  await page.getByRole('button', { name: 'Datei', exact: true }).click();
  await look(page, 'de-menu', { as: 'popup' });
  await page.close();
}
