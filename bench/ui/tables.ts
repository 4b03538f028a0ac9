import type { RenderCounts } from '../../e2e/countRenders.ts';
import type { Cost, Frames } from './frames.ts';

export interface MotionRow {
  readonly scene: string;
  readonly motion: string;
  readonly frames: Frames;
}

export interface CostRow {
  readonly what: string;
  readonly scene: string;
  readonly cost: Cost;
}

export interface RenderRow {
  readonly view: string;
  readonly events: number;
  readonly counts: RenderCounts;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export const motionTable = (rows: readonly MotionRow[]): string =>
  table(
    ['scene', 'movement', 'p50 ms', 'p95 ms', 'longest ms', 'frames', 'work a frame, ms'],
    rows.map(({ scene, motion, frames: { p50, p95, longest, count, work } }) => [
      scene,
      motion,
      p50.toFixed(1),
      p95.toFixed(1),
      longest.toFixed(0),
      String(count),
      work.toFixed(1),
    ]),
  );

export const costTable = (rows: readonly CostRow[]): string =>
  table(
    ['scene', 'what', 'until it is painted, ms', 'work of the page, ms'],
    rows.map(({ scene, what, cost: { milliseconds, work } }) => [
      scene,
      what,
      milliseconds.toFixed(0),
      work.toFixed(0),
    ]),
  );

export const renderTable = (rows: readonly RenderRow[]): string =>
  table(
    [
      'view',
      'metrics events',
      'commits',
      'nodes touched a commit (most)',
      'whole nodes',
      'components an event',
      'out of view',
      'the canvas',
    ],
    rows.map(({ view, events, counts }) => [
      view,
      String(events),
      String(counts.commits),
      `${(counts.commits === 0 ? 0 : counts.nodes / counts.commits).toFixed(1)} (${counts.mostNodes})`,
      String(counts.wholeNodes),
      (events === 0 ? 0 : counts.components / events).toFixed(2),
      String(counts.outOfView),
      String(counts.canvases),
    ]),
  );
