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
