import type { Page } from '@playwright/test';
import { countMetrics } from '../countMetrics.ts';
import { countRenders, prepareRenderCounts } from '../countRenders.ts';
import { EARLY_FAULTS, LARGE, largeSwarm } from '../largeSwarm.ts';
import { beginEmpty, openFile, runButton } from '../person.ts';
import { expect, test } from '../test.ts';

const nodes = (page: Page) => page.locator('.react-flow__node-swarm');

/** Zooms at the middle of the canvas until its nodes can be read. */
async function comeNear(page: Page): Promise<void> {
  const canvas = page.locator('.canvas');
  const box = (await canvas.boundingBox())!; // it is on the screen
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const scale = (): Promise<number> =>
    page
      .locator('.react-flow__viewport')
      .evaluate((element) => new DOMMatrix(getComputedStyle(element).transform).a);
  for (let turn = 0; turn < 40 && (await scale()) < 0.6; turn += 1) await page.mouse.wheel(0, -200);
  await expect(canvas).not.toHaveClass(/\bfar\b/);
}

/** The node (of a kind) nearest to the middle of the canvas, and where its title is. */
async function nodeInTheMiddle(page: Page, kind = '.node') {
  return page.evaluate((selector) => {
    const canvas = document.querySelector('.react-flow')!.getBoundingClientRect();
    const middle = { x: canvas.left + canvas.width / 2, y: canvas.top + canvas.height / 2 };
    const found = [...document.querySelectorAll<HTMLElement>(`${selector} .node-title`)].map((title) => {
      const box = title.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      return { id: title.closest<HTMLElement>('.node')!.dataset.node!, x, y };
    });
    const far = (at: { x: number; y: number }) => Math.hypot(at.x - middle.x, at.y - middle.y);
    return found.sort((a, b) => far(a) - far(b))[0]!;
  }, kind);
}

/** Waits until the curve on a fish in view goes on: nodes take in all that came before at one time. */
async function curvesGoOn(page: Page): Promise<void> {
  const { id } = await nodeInTheMiddle(page, '.node.fish:not(.dead)');
  const curve = page.locator(`[data-node="${id}"] .sparkline path`).last();
  const shown = (await curve.getAttribute('d')) ?? '';
  await expect(curve).not.toHaveAttribute('d', shown, { timeout: 30_000 });
}

/** Waits until the view has come where it glides. */
async function viewStands(page: Page): Promise<void> {
  const place = () => page.locator('.react-flow__viewport').evaluate(({ style }) => style.transform);
  let last = '';
  await expect
    .poll(async () => {
      const before = last;
      last = await place();
      return last === before;
    })
    .toBe(true);
}

test('a thousand nodes and two thousand links: only what must renders when one is dragged and when a run streams', async ({
  page,
}) => {
  const metrics = countMetrics(page);
  await prepareRenderCounts(page);
  await page.reload();
  await beginEmpty(page);
  const swarm = largeSwarm();
  await openFile(page, 'large.swarm', swarm);
  await expect(nodes(page)).toHaveCount(LARGE.nodes);
  await expect(page.locator('.react-flow__edge')).toHaveCount(LARGE.links);

  // From far away a node is its glyph and its name, large, and what cannot be read is not drawn.
  await expect(page.locator('.canvas')).toHaveClass(/\bfar\b/);
  await expect(page.locator('[data-node="fish-20-2"] .node-face')).toBeVisible();
  await expect(page.locator('.node-body')).toHaveCount(0);

  // All of it is selected at once: no node renders what stands on it, and no link is drawn anew.
  await page.locator('.react-flow').focus();
  const chosen = await countRenders(page, async () => {
    await page.keyboard.press('Control+a');
    await expect(page.locator('.react-flow__node-swarm.selected')).toHaveCount(LARGE.nodes);
    await expect(page.locator('.react-flow__edge.selected')).toHaveCount(LARGE.links);
  });
  expect(chosen).toMatchObject({ nodes: 0, wholeNodes: 0 });
  await expect(page.locator('.link-halo')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(0);

  // The overview is a path for each colour, which stays while the view moves.
  const overview = page.locator('.overview-nodes path');
  expect(await overview.count()).toBeLessThan(15);
  const paths = await overview.evaluateAll((all) => all.map((path) => path.getAttribute('d')?.length));
  const map = page.getByRole('img', { name: 'Overview' });
  const shifted = () => map.locator('.overview-nodes').getAttribute('style');
  const place = await shifted();
  await page.keyboard.press('Shift+1');
  const canvas = (await page.locator('.canvas').boundingBox())!; // it is on the screen
  await page.mouse.move(canvas.x + 8, canvas.y + 8);
  await page.mouse.down();
  const panned = await countRenders(page, () =>
    page.mouse.move(canvas.x + 240, canvas.y + 160, { steps: 8 }),
  );
  await page.mouse.up();
  expect(panned).toMatchObject({ nodes: 0, placeIds: [], linkIds: [], canvases: 0 });
  expect(await shifted()).not.toBe(place);
  expect(await overview.evaluateAll((all) => all.map((path) => path.getAttribute('d')?.length))).toEqual(
    paths,
  );
  await page.keyboard.press('Shift+1');

  await comeNear(page);
  await expect(page.locator('.node.fish:not([data-unseen]) .school-fish').first()).toBeVisible();
  expect(await page.locator('.node-body').count()).toBeLessThan(LARGE.nodes / 4);

  // A drag renders the place of the one node and its links, and what stands on no node.
  const one = await nodeInTheMiddle(page);
  const node = page.locator(`.react-flow__node[data-id="${one.id}"]`);
  const before = await node.boundingBox();
  const own = Object.entries(swarm.links).flatMap(([id, { from, to }]) =>
    from.node === one.id || to.node === one.id ? [id] : [],
  );
  await page.mouse.move(one.x, one.y);
  await page.mouse.down();
  await page.mouse.move(one.x + 8, one.y + 8, { steps: 4 });
  const dragged = await countRenders(page, async () => {
    await page.mouse.move(one.x + 60, one.y + 34, { steps: 12 });
  });
  expect(dragged.placeIds).toEqual([one.id]);
  expect(dragged.wholeNodes).toBe(0);
  expect([one.id]).toEqual(expect.arrayContaining([...dragged.nodeIds]));
  expect(own).toEqual(expect.arrayContaining([...dragged.linkIds]));
  await page.mouse.up();
  await page.keyboard.press('Control+z');
  await expect.poll(() => node.boundingBox()).toEqual(before);

  // While a run streams, metrics render no node that is out of view, and never the canvas.
  await page.mouse.move(0, 0);
  await page.keyboard.press('Escape');
  await runButton(page).click();
  await expect(page.locator('.run-status[data-state="running"]')).toBeVisible({ timeout: 60_000 });
  // Fish that die are shown wherever they are: that is no metrics event.
  await expect(page.locator('.node.dead')).toHaveCount(EARLY_FAULTS, { timeout: 60_000 });
  // So many at once are one notice.
  await expect(page.locator('.notice', { hasText: 'died' })).toHaveCount(1);
  await expect(page.locator('.notice', { hasText: /\d+ fish died/ })).toHaveCount(1);
  let events = metrics();
  // Their links fall silent a round later.
  await expect.poll(() => metrics() - events, { timeout: 30_000 }).toBeGreaterThan(9);
  await curvesGoOn(page);
  events = metrics();
  const near = await countRenders(page, async () => {
    await expect.poll(() => metrics() - events, { timeout: 30_000 }).toBeGreaterThan(5);
    await curvesGoOn(page);
  });
  expect(near).toMatchObject({ canvases: 0, outOfView: 0, wholeNodes: 0, placeIds: [], linkIds: [] });
  expect(near.components).toBeGreaterThan(0);

  await page.keyboard.press('Shift+1');
  await expect(page.locator('.canvas')).toHaveClass(/\bfar\b/);
  await expect(page.locator('.node-face.bad')).toHaveCount(EARLY_FAULTS);
  await expect(page.locator('.node-face.ok')).toHaveCount(LARGE.fish - EARLY_FAULTS);
  await viewStands(page);
  events = metrics();
  const far = await countRenders(page, async () => {
    await expect.poll(() => metrics() - events, { timeout: 30_000 }).toBeGreaterThan(5);
  });
  expect(far).toMatchObject({ canvases: 0, nodes: 0, placeIds: [], linkIds: [] });
});
