import { expect, type Page } from '@playwright/test';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { countMetrics } from '../../e2e/countMetrics.ts';
import { countRenders, prepareRenderCounts } from '../../e2e/countRenders.ts';
import { onStage } from '../../scripts/stage.ts';
import { type Motion, measureCost, measureFrames } from './frames.ts';
import {
  clickNothing,
  comeNear,
  dragNode,
  dragSelection,
  painted,
  pan,
  rest,
  selectByBox,
  zoom,
} from './motions.ts';
import { openBare, openSwarm } from './openScene.ts';
import { serveBare } from './serveBare.ts';
import {
  type CostRow,
  costTable,
  type MotionRow,
  motionTable,
  type RenderRow,
  renderTable,
} from './tables.ts';

const VIEW = { width: 1440, height: 900 };
const MOVE_MS = 4000;
const COUNT_MS = 5000;
const LETTERS = 'abcdefgh';
const SEARCHES = [
  ['the command palette', 'Control+k'],
  ['find on the canvas', 'Control+f'],
] as const;
const SEARCHED = 'fish';

/** What a scene showed; grows as it is measured. */
interface Measured {
  readonly motions: MotionRow[];
  readonly costs: CostRow[];
}

async function move(page: Page, scene: string, name: string, motion: Motion): Promise<MotionRow> {
  await page.waitForTimeout(600);
  return { scene, motion: name, frames: await measureFrames(page, motion, MOVE_MS) };
}

/** Moves the view and the nodes of a page that shows the whole swarm at first. */
async function measureHandling(page: Page, scene: string, { motions, costs }: Measured): Promise<void> {
  motions.push(await move(page, scene, 'pan, whole swarm in view', pan));
  const { selected, cost, frames } = await selectByBox(page);
  motions.push({ scene, motion: `draw a box round ${selected} nodes`, frames });
  costs.push({ scene, what: `select them`, cost });
  const many = await dragSelection(page, MOVE_MS);
  motions.push({ scene, motion: `drag these ${selected} nodes`, frames: many.frames });
  costs.push({ scene, what: `drop them`, cost: many.drop });
  if (scene === APPLICATION) costs.push({ scene, what: 'undo that', cost: await press(page, 'Control+z') });
  await clickNothing(page);
  await comeNear(page);
  motions.push(await move(page, scene, 'pan, near', pan));
  motions.push(await move(page, scene, 'zoom by wheel', zoom));
  await comeNear(page);
  await page.waitForTimeout(600);
  const one = await dragNode(page, MOVE_MS);
  motions.push({ scene, motion: 'drag a node', frames: one.frames });
  costs.push({ scene, what: 'drop it', cost: one.drop });
}

const APPLICATION = 'application';

const press = (page: Page, keys: string) =>
  measureCost(page, async () => {
    await page.keyboard.press(keys);
    await painted(page);
  });

/** What only the application can do. */
async function measureEdits(page: Page, { costs }: Measured): Promise<void> {
  const add = (what: string, cost: CostRow['cost']) => costs.push({ scene: APPLICATION, what, cost });
  // The node that was dragged is selected.
  await page.locator('.inspector-panel .name-field').focus();
  await page.waitForTimeout(1500);
  const typed = await measureCost(page, () => page.keyboard.type(LETTERS, { delay: 60 }));
  add('type a letter of its name', {
    milliseconds: Math.max(0, typed.milliseconds / LETTERS.length - 60),
    work: typed.work / LETTERS.length,
  });
  await page.locator('.react-flow').focus();
  await page.waitForTimeout(1500);
  add('undo', await press(page, 'Control+z'));
  await page.waitForTimeout(1500);
  add('select all', await press(page, 'Control+a'));
  add('select nothing', await press(page, 'Escape'));
  for (const [what, keys] of SEARCHES) {
    await page.waitForTimeout(1500);
    const open = await measureCost(page, async () => {
      await page.keyboard.press(keys);
      await page.locator('[cmdk-input]').waitFor();
      await painted(page);
    });
    add(`open ${what}`, open);
    const letters = await measureCost(page, async () => {
      for (const letter of SEARCHED) {
        await page.keyboard.press(letter);
        await painted(page);
      }
    });
    add(`type a letter in ${what}`, {
      milliseconds: letters.milliseconds / SEARCHED.length,
      work: letters.work / SEARCHED.length,
    });
    await page.keyboard.press('Escape');
  }
  await page.waitForTimeout(1500);
  await page.locator('.react-flow').focus();
  const places = () =>
    page.locator('.react-flow__node').evaluateAll((all) => all.map((node) => node.style.transform).join());
  const before = await places();
  add(
    'arrange all nodes',
    await measureCost(page, async () => {
      await page.keyboard.press('Shift+L');
      await expect.poll(places, { timeout: 120_000, intervals: [100] }).not.toBe(before);
      await painted(page);
    }),
  );
  await page.waitForTimeout(2000);
  add('undo that', await press(page, 'Control+z'));
  await page.waitForTimeout(1000);
}

/** Opens a swarm in the application and on the page of bare nodes, handles both, and runs it; the page must have been built. */
export async function swarmReport(swarm: SwarmDocument): Promise<string> {
  const measured: Measured = { motions: [], costs: [] };
  const { motions, costs } = measured;
  const renders: RenderRow[] = [];
  const bare = await serveBare();
  try {
    await onStage(async ({ shell, browser }) => {
      const other = await browser.newPage({ viewport: VIEW });
      costs.push({ scene: BARE, what: 'open', cost: await openBare(other, bare.url, swarm) });
      await measureHandling(other, BARE, measured);

      const app = await browser.newPage({ viewport: VIEW, colorScheme: 'dark' });
      const metrics = countMetrics(app);
      await prepareRenderCounts(app);
      costs.push({ scene: APPLICATION, what: 'open', cost: await openSwarm(app, shell.url, swarm) });
      await measureHandling(app, APPLICATION, measured);
      await measureEdits(app, measured);

      await app.keyboard.press('Shift+1');
      await app.locator('[data-command="run"]').first().click();
      await app.locator('.run-status[data-state="running"]').waitFor({ timeout: 120_000 });
      while (metrics() < 20) await app.waitForTimeout(500);
      const running = `${APPLICATION}, run streams`;
      const count = async (view: string): Promise<void> => {
        await app.waitForTimeout(1000);
        const before = metrics();
        const counts = await countRenders(app, () => app.waitForTimeout(COUNT_MS));
        renders.push({ view, events: metrics() - before, counts });
      };
      await count('whole swarm, too small to read');
      motions.push(await move(app, running, 'at rest, whole swarm in view', rest));
      motions.push(await move(app, running, 'pan, whole swarm in view', pan));
      await comeNear(app);
      await count('near');
      motions.push(await move(app, running, 'at rest, near', rest));
      motions.push(await move(app, running, 'pan, near', pan));
      motions.push(await move(app, running, 'zoom by wheel', zoom));
      await other.bringToFront();
      await comeNear(other);
      motions.push(await move(other, `${BARE}, run goes on`, 'pan, near', pan));
      motions.push(await move(other, `${BARE}, run goes on`, 'zoom by wheel', zoom));
    });
  } finally {
    await bare.close();
  }
  const size = `${Object.keys(swarm.nodes).length} nodes, ${Object.keys(swarm.links).length} links, ${VIEW.width} x ${VIEW.height}`;
  return [size, motionTable(motions), costTable(costs), renderTable(renders)].join('\n\n');
}

const BARE = 'bare nodes';
