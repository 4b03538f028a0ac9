import { EARLY_FAULTS, largeSwarm } from '../../e2e/largeSwarm.ts';
import { beginEmpty, openFile } from '../../e2e/person.ts';
import type { Stage } from '../stage.ts';
import { look } from './look.ts';
import { begin } from './page.ts';

/** A thousand nodes while they train: the whole swarm, from half way, and near. */
export async function large(stage: Stage): Promise<void> {
  const page = await begin(stage);
  await beginEmpty(page);
  await openFile(page, 'large.swarm', largeSwarm());
  await page.locator('[data-command="run"]').first().click();
  await page
    .locator('.node.dead')
    .nth(EARLY_FAULTS - 1)
    .waitFor({ state: 'attached', timeout: 120_000 });
  await look(page, 'large-whole', { as: 'fit' });
  const box = await page.locator('.react-flow').boundingBox();
  if (box === null) throw new Error('The canvas is not on the screen.');
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.25);
  for (const [name, turns] of [
    ['large-half-way', 6],
    ['large-near', 10],
  ] as const) {
    for (let turn = 0; turn < turns; turn += 1) await page.mouse.wheel(0, -100);
    await page.waitForTimeout(1500);
    await look(page, name);
  }
}
