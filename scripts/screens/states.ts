import { shortSwarm } from '../../e2e/shortSwarm.ts';
import { serialize } from '../../engine/document/serialize.ts';
import type { Stage } from '../stage.ts';
import { look } from './look.ts';
import { begin, dismiss, dropFile, template } from './page.ts';

/** What is seen rarely: nothing found, questions, unknown kinds, a link that is drawn, many tabs, a run that fails. */
export async function states(stage: Stage): Promise<void> {
  const page = await begin(stage);
  await page.getByRole('searchbox', { name: 'Search templates' }).fill('submarine');
  await look(page, 'gallery-nothing', { as: 'popup' });
  await page.getByRole('searchbox', { name: 'Search templates' }).fill('cascade');
  await look(page, 'gallery-search', { as: 'popup' });
  await page.getByRole('searchbox', { name: 'Search templates' }).fill('');
  await template(page, 'guarded-cascade').getByRole('button', { name: 'Open', exact: true }).click();
  await look(page, 'guarded-cascade', { as: 'fit' });
  await page.getByRole('searchbox', { name: 'Search nodes' }).fill('submarine');
  await look(page, 'palette-nothing', { as: 'popup' });
  await page.getByRole('searchbox', { name: 'Search nodes' }).fill('');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('submarine');
  await look(page, 'commands-nothing', { as: 'popup' });
  await dismiss(page);

  // A link on its way: what fits lights up, and what does not says why.
  const port = page
    .locator('.react-flow [data-kind="fish"] [data-port="prediction"][data-direction="out"]')
    .first();
  const from = await port.boundingBox();
  if (from === null) throw new Error('The port is not on the screen.');
  await port.hover();
  await page.waitForTimeout(600);
  await look(page, 'port-tip', { as: 'popup' });
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  const wrong = await page.locator('.react-flow [data-kind="dataset"] [data-port="examples"]').boundingBox();
  if (wrong === null) throw new Error('The dataset is not on the screen.');
  await page.mouse.move(wrong.x + wrong.width / 2, wrong.y + wrong.height / 2, { steps: 12 });
  await look(page, 'link-refused', { as: 'popup' });
  await page.mouse.move(780, 450, { steps: 12 });
  await page.mouse.up();
  await look(page, 'link-dropped', { as: 'popup' });
  await dismiss(page);

  // A file from a later version, with a kind that is not known here.
  const pond = await shortSwarm();
  const whole = JSON.parse(serialize(pond)) as { nodes: Record<string, { kind: string; name?: string }> };
  const fault = whole.nodes.crash;
  if (fault !== undefined) whole.nodes.crash = { ...fault, kind: 'whale', name: 'Whale' };
  await dropFile(page, 'whale.swarm', JSON.stringify(whole), 'application/json');
  await page.locator('[data-node="crash"]').click({ position: { x: 60, y: 12 } });
  await look(page, 'unknown-kind', { as: 'fit' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+w');
  await look(page, 'close-question', { as: 'popup' });
  await dismiss(page);

  for (let tab = 0; tab < 9; tab += 1) await page.keyboard.press('Alt+n');
  await look(page, 'many-tabs', { as: 'small' });

  // A run that cannot be: its data file is gone.
  const lost = structuredClone(pond);
  const nodes = lost.nodes as Record<string, { params: Record<string, unknown> }>;
  const data = nodes.dataset;
  if (data !== undefined) data.params = { ...data.params, source: 'file', path: 'gone.csv' };
  await dropFile(
    page,
    'lost.swarm',
    serialize({ ...lost, meta: { ...lost.meta, name: 'Lost' } }),
    'application/json',
  );
  await page.getByRole('tab', { name: 'Lost', exact: true }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.waitForTimeout(3000);
  await look(page, 'run-failed', { as: 'popup' });
  await page.getByRole('tab', { name: 'Runs', exact: true }).click();
  await look(page, 'run-failed-runs', { as: 'popup' });
  await page
    .getByRole('searchbox', { name: /Search/ })
    .last()
    .fill('submarine');
  await page.waitForTimeout(600);
  await look(page, 'history-nothing', { as: 'popup' });
  await page.close();
}
