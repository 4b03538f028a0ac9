import type { Page } from '@playwright/test';
import { type Cost, type Frames, type Motion, measureCost, measureFrames } from './frames.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the pointer goes to and fro around a point, at a moment in milliseconds. */
const swing = ({ x, y }: Point, width: number, height: number, time: number): [number, number] => {
  const phase = (time / 1000) * Math.PI;
  return [x + width * Math.sin(phase), y + height * Math.sin(phase / 2)];
};

async function during(milliseconds: number, step: (time: number) => Promise<void>): Promise<void> {
  const start = performance.now();
  for (let time = 0; time < milliseconds; time = performance.now() - start) await step(time);
}

/** A point that no node covers, near the one at these shares of the canvas. */
async function emptyPoint(page: Page, across = 0.5, down = 0.5): Promise<Point> {
  const found = await page.waitForFunction(
    ([x, y]) => {
      const box = document.querySelector('.react-flow')?.getBoundingClientRect();
      if (box === undefined) return null;
      const middle = { x: box.left + x * box.width, y: box.top + y * box.height };
      for (let ring = 0; ring < 60; ring += 1) {
        const corners = 1 + 7 * ring;
        for (let turn = 0; turn < corners; turn += 1) {
          const angle = (turn * 2 * Math.PI) / corners;
          const at = {
            x: middle.x + 5 * ring * Math.cos(angle),
            y: middle.y + 5 * ring * Math.sin(angle),
          };
          if (document.elementFromPoint(at.x, at.y)?.matches('.react-flow__pane') === true) return at;
        }
      }
      return null;
    },
    [across, down] as const,
    { polling: 300, timeout: 10_000 },
  );
  const point = await found.jsonValue();
  if (point === null) throw new Error('No free point was found on the canvas.');
  return point;
}

/** Drags the canvas to and fro. */
export const pan: Motion = async (page, milliseconds) => {
  const at = await emptyPoint(page);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await during(milliseconds, (time) => page.mouse.move(...swing(at, 220, 90, time)));
  await page.mouse.move(at.x, at.y);
  await page.mouse.up();
};

/** Turns the wheel in and out. */
export const zoom: Motion = async (page, milliseconds) => {
  const { x, y } = await emptyPoint(page);
  await page.mouse.move(x, y);
  await during(milliseconds, (time) => page.mouse.wheel(0, Math.sin((time / 1000) * Math.PI) > 0 ? -24 : 24));
};

export const rest: Motion = (page, milliseconds) => page.waitForTimeout(milliseconds);

export const painted = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Where the node nearest to the middle of the canvas can be taken. */
async function nodeInTheMiddle(page: Page): Promise<Point> {
  const point = await page.evaluate(() => {
    const box = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (box === undefined) return null;
    const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    const places = [...document.querySelectorAll('.react-flow__node:not(.react-flow__node-frame)')].map(
      (node) => {
        const { left, top, width, height } = node.getBoundingClientRect();
        return { x: left + width / 2, y: top + Math.min(height / 5, 14) };
      },
    );
    const far = ({ x, y }: { x: number; y: number }) => Math.hypot(x - middle.x, y - middle.y);
    return places.toSorted((a, b) => far(a) - far(b))[0] ?? null;
  });
  if (point === null) throw new Error('No node was found on the canvas.');
  return point;
}

/** Clicks beside the swarm, so that nothing is selected. */
export async function clickNothing(page: Page): Promise<void> {
  const { x, y } = await emptyPoint(page, 0.03, 0.06);
  await page.mouse.click(x, y);
}

export interface Dragged {
  readonly frames: Frames;
  readonly drop: Cost;
}

/** Drags whatever is at a point to and fro, and lets it go a little beside where it was. */
async function dragAt(page: Page, at: Point, milliseconds: number): Promise<Dragged> {
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 6, at.y + 6, { steps: 3 });
  const frames = await measureFrames(
    page,
    (_page, time) => during(time, (moment) => page.mouse.move(...swing(at, 120, 50, moment))),
    milliseconds,
  );
  await page.mouse.move(at.x + 24, at.y + 24);
  await painted(page);
  const drop = await measureCost(page, async () => {
    await page.mouse.up();
    await painted(page);
  });
  return { frames, drop };
}

export const dragNode = async (page: Page, milliseconds: number): Promise<Dragged> =>
  dragAt(page, await nodeInTheMiddle(page), milliseconds);

/** Draws a box round the nodes in the middle. */
export async function selectByBox(
  page: Page,
): Promise<{ readonly selected: number; readonly cost: Cost; readonly frames: Frames }> {
  const from = await emptyPoint(page, 0.3, 0.25);
  const to = await emptyPoint(page, 0.7, 0.75);
  await page.keyboard.down('Shift');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const frames = await measureFrames(page, async () => page.mouse.move(to.x, to.y, { steps: 40 }), 0);
  const cost = await measureCost(page, async () => {
    await page.mouse.up();
    await painted(page);
  });
  await page.keyboard.up('Shift');
  const selected = await page.locator('.react-flow__node.selected').count();
  return { selected, cost, frames };
}

/** Drags what is selected by the box that the canvas library draws round it. */
export async function dragSelection(page: Page, milliseconds: number): Promise<Dragged> {
  const box = await page.locator('.react-flow__nodesselection-rect').boundingBox();
  if (box === null) throw new Error('Nothing is selected.');
  return dragAt(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, milliseconds);
}

/** Turns the wheel until the nodes near the middle can be read. */
export async function comeNear(page: Page): Promise<void> {
  const box = await page.locator('.react-flow').boundingBox();
  if (box === null) throw new Error('The canvas is not on the screen.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let turn = 0; turn < 120; turn += 1) {
    const scale = await page
      .locator('.react-flow__viewport')
      .evaluate((element) => new DOMMatrix(getComputedStyle(element).transform).a);
    if (scale >= 0.75) return;
    await page.mouse.wheel(0, -60);
    await page.waitForTimeout(20);
  }
}
