import { onStage } from '../../scripts/stage.ts';
import { measureManyPoints } from './manyPoints.ts';
import { motionTable } from './tables.ts';

/** The charts of a run of very many metric points. */
export async function pointsReport(points: number): Promise<string> {
  let report = '';
  await onStage(async (stage) => {
    const { open, openWork, zoom, hover, heap, history, whole, tenth } = await measureManyPoints(
      stage,
      points,
    );
    const motions = [
      { scene: 'charts', motion: 'zoom by wheel', frames: zoom },
      { scene: 'charts', motion: 'pointer over a chart', frames: hover },
    ];
    report = `${points.toLocaleString('en')} metric points of one run: charts drawn ${open.toFixed(0)} ms after the click (${openWork.toFixed(0)} ms of work of the page); page holds ${heap.toFixed(0)} MB
engine: all series in buckets ${history.toFixed(0)} ms, series of all fish ${whole.toFixed(0)} ms, a tenth of them ${tenth.toFixed(0)} ms

${motionTable(motions)}`;
  });
  return report;
}
