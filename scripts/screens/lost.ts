import type { Stage } from '../stage.ts';
import { look } from './look.ts';
import { begin, template } from './page.ts';

/** The engine goes away while the page is open. Last, because it is then gone. */
export async function lost(stage: Stage): Promise<void> {
  const page = await begin(stage);
  await template(page, 'distributed').getByRole('button', { name: 'Open', exact: true }).click();
  await stage.shell.stop('SIGKILL');
  await page
    .getByText(/engine cannot be reached/i)
    .first()
    .waitFor();
  await look(page, 'engine-lost', { as: 'fit' });
  await page.close();
}
