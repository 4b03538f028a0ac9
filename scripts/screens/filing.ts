import type { Stage } from '../stage.ts';
import { look } from './look.ts';
import { begin, dismiss, template } from './page.ts';

/** Settings, exports, files that are dropped or changed. */
export async function filing(stage: Stage): Promise<void> {
  const page = await begin(stage);
  await template(page, 'hierarchical').getByRole('button', { name: 'Open', exact: true }).click();
  await page.locator('[data-node]').first().waitFor();
  await page.keyboard.press('Control+,');
  await page.getByRole('heading', { name: 'Folders' }).waitFor();
  await look(page, 'settings', { as: 'small' });
  await dismiss(page);
  await page.getByRole('button', { name: 'File', exact: true }).click();
  await page.locator('[data-menu="export"]').hover();
  await page.locator('[data-command="export-png"]').waitFor();
  await look(page, 'export-menu', { as: 'popup' });
  await dismiss(page);
  await dismiss(page);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'x.png', { type: 'image/png' }));
    document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer: data, bubbles: true }));
  });
  await look(page, 'drop-overlay', { as: 'popup' });
  await page.close();
}
