import type { Page } from '@playwright/test';
import { runsRoot } from '#engine/runs/home.ts';
import { openRunStore } from '#engine/runs/openRunStore.ts';
import { keepManyPoints } from '../../e2e/manyPoints.ts';
import type { Stage } from '../../scripts/stage.ts';
import { type Frames, type Motion, mainThread, measureFrames } from './frames.ts';

export interface ManyPoints {
  /** Milliseconds from the click that opens the run until its charts are drawn. */
  readonly open: number;
  /** Milliseconds of processor time of the page's main thread meanwhile, which other load on the machine hardly changes. */
  readonly openWork: number;
  readonly zoom: Frames;
  readonly hover: Frames;
  /** Of the page, in megabytes. */
  readonly heap: number;
  /** Milliseconds in the engine: all series in buckets; those of a chart, whole and a tenth of it. */
  readonly history: number;
  readonly whole: number;
  readonly tenth: number;
}

async function plotBox(page: Page) {
  const box = await page.locator('.chart-plot .u-over').first().boundingBox();
  if (box === null) throw new Error('The chart is not on the screen.');
  return box;
}

/** Turns the wheel over a chart, in and out, which takes all charts along. */
const zoomCharts: Motion = async (page, milliseconds) => {
  const box = await plotBox(page);
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2);
  const start = performance.now();
  while (performance.now() - start < milliseconds) {
    const inwards = Math.sin(((performance.now() - start) / 1500) * Math.PI) > 0;
    await page.mouse.wheel(0, inwards ? -40 : 40);
  }
};

/** Moves the pointer over a chart to and fro: cursors of all charts, tips, and what they light up. */
const hoverCharts: Motion = async (page, milliseconds) => {
  const box = await plotBox(page);
  const start = performance.now();
  while (performance.now() - start < milliseconds) {
    const phase = ((performance.now() - start) / 900) * Math.PI;
    const x = box.x + box.width * (0.5 + 0.45 * Math.sin(phase));
    await page.mouse.move(x, box.y + box.height * (0.5 + 0.3 * Math.cos(phase)));
  }
};

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Opens a kept run of so many metric points in real Chromium, and moves in its charts. */
export async function measureManyPoints({ shell, browser }: Stage, points: number): Promise<ManyPoints> {
  const runId = await keepManyPoints(shell.home, points);
  const store = openRunStore(runsRoot(shell.home));
  const run = store.open(runId);
  const { rounds } = run.summary();
  const names = ['swarm/loss', 'fish/*'];
  const history = timed(() => run.history(16_000, 32));
  const whole = timed(() => run.series(names, 2048));
  const tenth = timed(() => run.series(names, 2048, { axis: 'round', from: rounds * 0.4, to: rounds * 0.5 }));
  run.close();
  store.close();

  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(shell.url);
  await page.getByRole('button', { name: 'Empty canvas' }).click();
  await page.getByRole('tab', { name: 'Runs' }).click();
  const panel = page.locator('.runs-panel');
  const button = panel.getByRole('button', { name: 'Open', exact: true }).first();
  await button.waitFor();
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await mainThread(client);
  const start = performance.now();
  await button.click();
  await page.getByRole('tab', { name: 'Learning' }).click();
  await panel.locator('.chart-last').nth(1).waitFor();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  const open = performance.now() - start;
  const openWork = (await mainThread(client)) - before;
  await page.waitForTimeout(1000);
  const zoom = await measureFrames(page, zoomCharts, 4000);
  const hover = await measureFrames(page, hoverCharts, 3000);
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await page.close();
  return { open, openWork, zoom, hover, heap: usedSize / 1e6, history, whole, tenth };
}
