import type { CDPSession, Page } from '@playwright/test';

export interface Frames {
  /** Milliseconds between frames: median, 95th percentile, longest. */
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
  readonly count: number;
  /** Milliseconds of processor time of the page's main thread a frame, which other load on the machine hardly changes. */
  readonly work: number;
}

/** A movement of the view; it goes on for `milliseconds`. */
export type Motion = (page: Page, milliseconds: number) => Promise<void>;

/** Milliseconds of processor time the page's main thread has spent on tasks. */
export async function mainThread(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

/** What something cost that a person waits for. */
export interface Cost {
  /** Milliseconds until it was done and painted. */
  readonly milliseconds: number;
  /** Milliseconds of processor time of the page's main thread. */
  readonly work: number;
}

export async function measureCost(page: Page, act: () => Promise<void>): Promise<Cost> {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await mainThread(client);
  const start = performance.now();
  await act();
  const milliseconds = performance.now() - start;
  const work = (await mainThread(client)) - before;
  await client.detach();
  return { milliseconds, work };
}

/** Intervals between the frames the page draws while `motion` moves its view. */
export async function measureFrames(page: Page, motion: Motion, milliseconds: number): Promise<Frames> {
  const recording = await page.evaluateHandle(() => {
    const times: number[] = [];
    let on = true;
    const frame = (time: number): void => {
      times.push(time);
      if (on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return {
      stop(): number[] {
        on = false;
        return times;
      },
    };
  });
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await mainThread(client);
  await motion(page, milliseconds);
  const spent = (await mainThread(client)) - before;
  await client.detach();
  const times = await recording.evaluate((active) => active.stop());
  const intervals = times
    .slice(1)
    .map((time, index) => time - (times[index] ?? time))
    .sort((a, b) => a - b);
  const at = (share: number): number =>
    intervals[Math.min(intervals.length - 1, Math.floor(share * intervals.length))] ?? Number.NaN;
  return {
    p50: at(0.5),
    p95: at(0.95),
    longest: at(1),
    count: intervals.length,
    work: spent / intervals.length,
  };
}

/** A point of the canvas that no node covers. */
async function emptyPoint(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const point = await page.evaluate(() => {
    const box = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (box === undefined) return null;
    for (let ring = 0; ring < 400; ring += 3) {
      const x = box.left + box.width / 2 + (ring % 80) - 40;
      const y = box.top + box.height / 2 + ring / 4 - 50;
      if (document.elementFromPoint(x, y)?.matches('.react-flow__pane') === true) return { x, y };
    }
    return null;
  });
  if (point === null) throw new Error('No free point was found on the canvas.');
  return point;
}

/** Drags the canvas to and fro. */
export const pan: Motion = async (page, milliseconds) => {
  const { x, y } = await emptyPoint(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const start = performance.now();
  while (performance.now() - start < milliseconds) {
    const phase = ((performance.now() - start) / 1000) * Math.PI;
    await page.mouse.move(x + 220 * Math.sin(phase), y + 90 * Math.sin(phase / 2));
  }
  await page.mouse.move(x, y);
  await page.mouse.up();
};

/** Turns the wheel in and out. */
export const zoom: Motion = async (page, milliseconds) => {
  const { x, y } = await emptyPoint(page);
  await page.mouse.move(x, y);
  const start = performance.now();
  while (performance.now() - start < milliseconds) {
    const inwards = Math.sin(((performance.now() - start) / 1000) * Math.PI) > 0;
    await page.mouse.wheel(0, inwards ? -24 : 24);
  }
};
