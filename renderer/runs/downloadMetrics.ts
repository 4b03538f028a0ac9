import type { RunId } from '#engine/core/brand.ts';
import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { metricsCsv } from '#engine/exchange/metricsCsv.ts';
import { eventsFileName, metricsEvents } from '#engine/exchange/metricsEvents.ts';
import { engine } from '../engine/client.ts';
import { download } from '../files/download.ts';
import { fileNameOf } from '../files/fileName.ts';
import { notify } from '../ui/notices.ts';
import { wholeSeries } from './wholeSeries.ts';

/** Hands a person all that a kept run measured as CSV, under the name of its swarm and of the run. */
export const downloadMetrics = (runId: RunId, swarm: string): Promise<void> =>
  hand(async () => {
    const name = fileNameOf(`${swarm} ${runId}`.trim(), 'csv');
    download(name, metricsCsv(await wholeSeries(runId)), 'text/csv');
    return name;
  });

/** The same as an event file of TensorBoard, which goes by the names of such files. */
export const downloadEvents = (runId: RunId): Promise<void> =>
  hand(async () => {
    const { createdAt: startedAt } = await engine.request('runs.get', { runId });
    const name = eventsFileName(runId, startedAt);
    download(name, metricsEvents(await wholeSeries(runId), startedAt), 'application/octet-stream');
    return name;
  });

async function hand(write: () => Promise<string>): Promise<void> {
  try {
    notify(t`Exported “${await write()}”.`, 'ok');
  } catch (thrown) {
    notify(t`The metrics could not be exported: ${toShuuraiError(thrown).message}`, 'bad');
  }
}
