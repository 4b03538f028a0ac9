import { shortSwarm } from '../../e2e/shortSwarm.ts';
import { serialize } from '../../engine/document/serialize.ts';
import { dropFile } from '../screens/page.ts';
import type { Stage } from '../stage.ts';
import { savePicture } from './savePicture.ts';
import { atEnd, atRound, openAndRun, stagePage } from './stagePage.ts';

type Scene = (stage: Stage) => Promise<void>;

/** Each scene plays on a stage of its own and leaves the picture of its name in docs/pictures. */
export const SCENES: Readonly<Record<string, Scene>> = {
  async gallery(stage) {
    const page = await stagePage(stage, {});
    await page
      .locator('.template-details dd')
      .filter({ hasText: /\d m?s$/ })
      .waitFor({ timeout: 60_000 });
    await savePicture(page, 'gallery');
  },

  async 'running-dark'(stage) {
    const page = await stagePage(stage, { size: { width: 1440, height: 900 } });
    await openAndRun(page, 'schools-under-a-hierarchy');
    await atRound(page, 17);
    await savePicture(page, 'running-dark');
  },

  async 'running-light'(stage) {
    const page = await stagePage(stage, { theme: 'light' });
    await openAndRun(page, 'distributed');
    await atRound(page, 12);
    await page.getByRole('button', { name: 'Fish 2, live' }).click();
    await page.getByRole('menuitem', { name: 'Kill Fish 2' }).hover();
    await savePicture(page, 'running-light');
  },

  async 'try-it'(stage) {
    const page = await stagePage(stage, {});
    await openAndRun(page, 'hierarchical');
    await atEnd(page);
    await page.getByRole('tab', { name: 'Try it' }).click();
    await page.getByRole('button', { name: 'An example' }).click();
    await page.getByRole('list', { name: 'Answers of the fish' }).waitFor();
    await page.locator('.notice').first().waitFor({ state: 'hidden' });
    await savePicture(page, 'try-it');
  },

  async groups(stage) {
    const page = await stagePage(stage, { theme: 'light' });
    await openAndRun(page, 'federated-schools');
    await page.getByRole('button', { name: /^Collapse School of the west/ }).click();
    await page.keyboard.press('Shift+1');
    await page.locator('.react-flow__pane').click({ position: { x: 30, y: 30 } });
    await atRound(page, 24);
    await savePicture(page, 'groups');
  },

  async charts(stage) {
    const charts = ['quality', 'loss', 'diversity', 'run/examplesPerSecond'];
    const page = await stagePage(stage, { charts, panel: 480 });
    await openAndRun(page, 'distributed');
    await atEnd(page);
    await page.locator('.notice').first().waitFor({ state: 'hidden' });
    await page
      .locator('.u-over')
      .first()
      .hover({ position: { x: 150, y: 30 } });
    await savePicture(page, 'charts');
  },

  async topology(stage) {
    const page = await stagePage(stage, { panel: 250 });
    await openAndRun(page, 'self-organising');
    await atEnd(page);
    await page.getByRole('tab', { name: 'Topology' }).click();
    await page.locator('.notice').first().waitFor({ state: 'hidden' });
    await savePicture(page, 'topology');
  },

  async lineage(stage) {
    const page = await stagePage(stage, { theme: 'light', panel: 290 });
    await openAndRun(page, 'evolutionary');
    await atEnd(page);
    await page.getByRole('tab', { name: 'Lineage' }).click();
    await page.locator('.notice').first().waitFor({ state: 'hidden' });
    await savePicture(page, 'lineage');
  },

  async compare(stage) {
    const page = await stagePage(stage, {});
    await page.keyboard.press('Escape');
    const base = { 'nodes.dataset.params.examples': '1500', 'run.rounds': '14', 'run.local': '12 steps' };
    const swarms = [
      ['One layer', await shortSwarm(base)],
      ['Two layers', await shortSwarm({ ...base, 'nodes.fish.params.layers': '2' })],
    ] as const;
    for (const [name, document] of swarms) {
      const named = { ...document, meta: { ...document.meta, name } };
      await dropFile(page, `${name}.swarm`, serialize(named), 'application/json');
      await page.getByRole('tab', { name, exact: true }).waitFor();
      await page.keyboard.press('Control+Shift+Enter');
      await page.getByRole('textbox', { name: 'Seeds' }).fill('1-3');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await page.getByRole('tab', { name: 'Runs', exact: true }).click();
    await page
      .getByRole('row', { name: /finished/ })
      .nth(5)
      .waitFor({ timeout: 300_000 });
    await page.keyboard.press('Control+Shift+H');
    await page.getByRole('dialog').getByLabel('Choose all of this page').check();
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('dialog').locator('canvas').first().waitFor();
    await page.mouse.move(640, 60);
    await savePicture(page, 'compare');
  },

  async german(stage) {
    const page = await stagePage(stage, { theme: 'light', language: 'de' });
    await openAndRun(page, 'modular');
    await atRound(page, 40);
    await savePicture(page, 'german');
  },
};
