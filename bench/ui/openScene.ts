import type { Page } from '@playwright/test';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { serialize } from '#engine/document/serialize.ts';
import { type Cost, measureCost } from './frames.ts';

/** Waits until so many nodes stand on the canvas and have been painted. */
async function drawn(page: Page, nodes: number): Promise<void> {
  await page
    .locator('.react-flow__node')
    .nth(nodes - 1)
    .waitFor({ state: 'visible' });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Opens a file with the swarm in the application, and says what that cost. */
export async function openSwarm(page: Page, url: string, swarm: SwarmDocument): Promise<Cost> {
  await page.addInitScript(() => {
    // A file chooser can be driven, a native picker not.
    Object.defineProperty(window, 'showOpenFilePicker', { value: undefined });
  });
  await page.goto(url);
  await page.getByRole('button', { name: 'Empty canvas' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  const waiting = await chooser;
  const buffer = Buffer.from(serialize(swarm));
  return measureCost(page, async () => {
    await waiting.setFiles({ name: 'many.swarm', mimeType: 'application/json', buffer });
    await drawn(page, Object.keys(swarm.nodes).length);
  });
}

/** Shows the same graph on the page of bare nodes, and says what that cost. */
export async function openBare(page: Page, url: string, swarm: SwarmDocument): Promise<Cost> {
  const scene = {
    nodes: Object.entries(swarm.nodes).map(([id, { position }]) => ({ id, ...position })),
    links: Object.entries(swarm.links).map(([id, { from, to }]) => ({ id, from: from.node, to: to.node })),
  };
  await page.goto(url);
  return measureCost(page, async () => {
    await page.evaluate((value) => window.showBare(value), scene);
    await drawn(page, scene.nodes.length);
  });
}
