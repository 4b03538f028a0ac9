import type { Locator, Page } from '@playwright/test';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { serialize } from '#engine/document/serialize.ts';
import { expect } from './test.ts';

/** Closes the gallery of the first start and begins with nothing. */
export async function beginEmpty(page: Page): Promise<void> {
  const gallery = page.getByRole('dialog', { name: 'Begin with a swarm' });
  await gallery.getByRole('button', { name: 'Empty canvas' }).click();
  await expect(gallery).toBeHidden();
  await expect(page.getByRole('heading', { name: 'An empty sea' })).toBeVisible();
}

/** Opens a file by the keyboard, as a person does. */
export async function openFile(
  page: Page,
  name: string,
  content: string | Buffer | SwarmDocument,
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  const buffer = Buffer.isBuffer(content)
    ? content
    : Buffer.from(typeof content === 'string' ? content : serialize(content));
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer });
}

/** A node on the canvas by its title. */
export const nodeOf = (page: Page, title: string): Locator =>
  page.getByRole('main').getByRole('group', { name: title, exact: true });

/** A port of a node by the label, e.g. "Prediction", and its way. */
export const portOf = (page: Page, title: string, label: string, way: 'in' | 'out'): Locator =>
  nodeOf(page, title).getByLabel(new RegExp(`^${label}, ${way},`));

/** Waits until the canvas stands still, as an eye does before a hand presses something on it. */
export async function canvasAtRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const place = () => document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform;
    for (let [last, same] = [place(), 0]; same < 20; ) {
      await new Promise(requestAnimationFrame);
      same = place() === last ? same + 1 : 0;
      last = place();
    }
  });
}

/** Drags with the mouse in steps, as a hand does; `to` is reached before the button is let go. */
export async function drag(
  page: Page,
  from: Locator,
  to: Locator,
  atEnd?: () => Promise<void>,
): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (start === null || end === null) throw new Error('What is dragged, or where to, is not on the screen.');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 12 });
  await atEnd?.();
  await page.mouse.up();
}

/** Runs a command by its name in the command palette. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Search commands' })).toBeVisible();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

/** Run, in the toolbar. */
export const runButton = (page: Page): Locator =>
  page.getByRole('banner').getByRole('button', { name: 'Run', exact: true });
