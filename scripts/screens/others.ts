import type { Stage } from '../stage.ts';
import { look } from './look.ts';
import { begin, template } from './page.ts';

/** Other shapes: a language model, a ring that talks. */
export async function others(stage: Stage): Promise<void> {
  const page = await begin(stage);
  for (const id of ['storyteller', 'ring-talk', 'hierarchical']) {
    if (id !== 'storyteller') await page.keyboard.press('Control+Shift+O');
    await template(page, id).getByRole('button', { name: 'Open and run' }).click();
    await page
      .locator('.run-status')
      .filter({ hasText: /[3-9] \/ \d+/ })
      .waitFor({ timeout: 300_000 });
    await page.keyboard.press('Control+p');
    await page.locator('.run-status[data-state="paused"]').waitFor();
    await look(page, `run-${id}`, { as: 'fit' });
    await page.getByRole('tab', { name: 'Try it' }).click();
    await page.getByLabel('Text to try').fill(id === 'storyteller' ? 'once upon a time' : 'a dull film');
    await page.keyboard.press('Enter');
    await page.locator('.answer').waitFor();
    await look(page, `run-${id}-try`, { as: 'popup' });
    await page.getByRole('tab', { name: 'Learning' }).click();
    await page.keyboard.press('Control+.');
    await page.locator('.run-status[data-state="stopped"]').waitFor({ timeout: 60_000 });
  }
  await page.getByRole('tab', { name: 'Runs' }).click();
  await look(page, 'runs-several');
  await page.close();
}
