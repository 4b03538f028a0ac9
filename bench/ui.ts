/**
 * How smoothly a large swarm moves under the pointer while a run streams into it, and what a metrics event renders:
 * `npm run bench:ui -- [NODES]`. Then: how fast a run of a million metric points opens, and how smoothly its charts zoom;
 * `npm run bench:ui -- points [POINTS]` measures that alone. The page must have been built.
 */
import { cpus } from 'node:os';
import type { Page } from '@playwright/test';
import { countRenders, prepareRenderCounts, type RenderCounts } from '../e2e/countRenders.ts';
import { onStage } from '../scripts/stage.ts';
import { type Frames, type Motion, measureFrames, pan, zoom } from './ui/frames.ts';
import { measureManyPoints } from './ui/manyPoints.ts';
import { openBare, openSwarm } from './ui/openScene.ts';
import { manyNodes } from './ui/scene.ts';
import { serveBare } from './ui/serveBare.ts';

const VIEW = { width: 1440, height: 900 };
const MOVE_MS = 4000;
const COUNT_MS = 5000;

const MILLION = 1_000_000;

/** The charts of a run of very many metric points. */
async function pointsReport(points: number): Promise<void> {
  await onStage(async (stage) => {
    const { open, openWork, zoom, hover, heap, history, whole, tenth } = await measureManyPoints(
      stage,
      points,
    );
    const motions = [
      { scene: 'charts', motion: 'zoom by wheel', frames: zoom },
      { scene: 'charts', motion: 'pointer over a chart', frames: hover },
    ];
    console.log(`
${points.toLocaleString('en')} metric points of one run: charts drawn ${open.toFixed(0)} ms after the click (${openWork.toFixed(0)} ms of work of the page); page holds ${heap.toFixed(0)} MB
engine: all series in buckets ${history.toFixed(0)} ms, series of all fish ${whole.toFixed(0)} ms, a tenth of them ${tenth.toFixed(0)} ms

${table(motions)}`);
  });
}

if (process.argv[2] === 'points') {
  await pointsReport(Number(process.argv[3] ?? MILLION));
  process.exit(0);
}

const nodes = Number(process.argv[2] ?? 200);
if (!Number.isInteger(nodes) || nodes < 6 || nodes > 260) {
  console.error(
    'Say how many nodes, from 6 to 260 (256 fish are the most a swarm has): npm run bench:ui -- 200',
  );
  process.exit(2);
}

const swarm = manyNodes(nodes);

/** Metrics events that came over the page's connection so far. */
function countMetrics(page: Page): () => number {
  let seen = 0;
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      seen += String(payload).split('"type":"metrics"').length - 1;
    }),
  );
  return () => seen;
}

/** Zooms until the nodes near the middle can be read. */
async function comeNear(page: Page): Promise<void> {
  const box = await page.locator('.react-flow').boundingBox();
  if (box === null) throw new Error('The canvas is not on the screen.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let turn = 0; turn < 60; turn += 1) {
    const scale = await page
      .locator('.react-flow__viewport')
      .evaluate((element) => new DOMMatrix(getComputedStyle(element).transform).a);
    if (scale >= 0.75) return;
    await page.mouse.wheel(0, -60);
    await page.waitForTimeout(20);
  }
}

interface Row {
  readonly scene: string;
  readonly motion: string;
  readonly frames: Frames;
}

async function measureScene(page: Page, scene: string): Promise<Row[]> {
  const rows: Row[] = [];
  const add = async (motion: string, move: Motion): Promise<void> => {
    await page.waitForTimeout(500);
    rows.push({ scene, motion, frames: await measureFrames(page, move, MOVE_MS) });
  };
  await comeNear(page);
  await add('pan, near', pan);
  await page.waitForTimeout(300);
  await add('zoom', zoom);
  return rows;
}

function table(rows: readonly Row[]): string {
  const head =
    '| scene | movement | p50 ms | p95 ms | longest ms | frames | work a frame, ms |\n|---|---|---|---|---|---|---|';
  const lines = rows.map(
    ({ scene, motion, frames: { p50, p95, longest, count, work } }) =>
      `| ${scene} | ${motion} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${longest.toFixed(0)} | ${count} | ${work.toFixed(1)} |`,
  );
  return [head, ...lines].join('\n');
}

function renderTable(
  rows: readonly (readonly [name: string, events: number, counts: RenderCounts])[],
): string {
  const head =
    '| view | metrics events | commits | nodes touched a commit (most) | whole nodes | components an event | out of view |\n' +
    '|---|---|---|---|---|---|---|';
  const lines = rows.map(([name, events, counts]) => {
    const perCommit = counts.commits === 0 ? 0 : counts.nodes / counts.commits;
    const perEvent = events === 0 ? 0 : counts.components / events;
    return `| ${name} | ${events} | ${counts.commits} | ${perCommit.toFixed(1)} (${counts.mostNodes}) | ${counts.wholeNodes} | ${perEvent.toFixed(2)} | ${counts.outOfView} |`;
  });
  return [head, ...lines].join('\n');
}

const bare = await serveBare();
await onStage(async ({ shell, browser }) => {
  const app = await browser.newPage({ viewport: VIEW, colorScheme: 'dark' });
  const metrics = countMetrics(app);
  await prepareRenderCounts(app);
  await openSwarm(app, shell.url, swarm);
  const rows = await measureScene(app, 'application');

  const other = await browser.newPage({ viewport: VIEW });
  await openBare(other, bare.url, swarm);
  rows.push(...(await measureScene(other, 'bare nodes')));

  await app.bringToFront();
  await app.keyboard.press('Shift+1');
  await app.locator('[data-command="run"]').first().click();
  await app.locator('.run-status[data-state="running"]').waitFor({ timeout: 120_000 });
  await app.waitForTimeout(3000);
  const renders: [string, number, RenderCounts][] = [];
  const count = async (name: string): Promise<void> => {
    await app.waitForTimeout(1000);
    const before = metrics();
    const counts = await countRenders(app, () => app.waitForTimeout(COUNT_MS));
    renders.push([name, metrics() - before, counts]);
  };
  await count('all nodes, too small to read');
  await comeNear(app);
  await count('near');
  rows.push(...(await measureScene(app, 'application, run streams')));
  await other.bringToFront();
  rows.push(...(await measureScene(other, 'bare nodes, run goes on')));

  console.log(`${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} logical processors`);
  console.log(`${nodes} nodes, ${Object.keys(swarm.links).length} links, ${VIEW.width} x ${VIEW.height}\n`);
  console.log(`${table(rows)}\n\n${renderTable(renders)}`);
}).finally(() => bare.close());
await pointsReport(MILLION);
