import { NODE_KINDS } from '../../engine/nodes/registry.ts';
import type { Stage } from '../stage.ts';
import { picturePart } from './look.ts';
import { begin } from './page.ts';

/** The node and the inspector of every kind, with what is advanced unfolded, in a window high enough for all of it. */
export async function kinds(stage: Stage): Promise<void> {
  const page = await begin(stage);
  await page.getByRole('button', { name: 'Empty canvas' }).click();
  await page.setViewportSize({ width: 1280, height: 1700 });
  const inspector = page.locator('.inspector-panel');
  for (const { kind, label } of NODE_KINDS) {
    await page.keyboard.press('/');
    await page.keyboard.type(label);
    await page.keyboard.press('Enter');
    await page.locator(`.react-flow [data-kind="${kind}"]`).waitFor();
    const advanced = inspector.locator('summary').filter({ hasText: 'Advanced' });
    if ((await advanced.count()) > 0) await advanced.first().click();
    await picturePart(page, inspector, `kind-${kind}`);
  }
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.keyboard.press('Shift+L');
  await page.waitForTimeout(1500);
  await page.keyboard.press('Shift+1');
  await picturePart(page, page.locator('.canvas'), 'kinds');
  await page.close();
}
